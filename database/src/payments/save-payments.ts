import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { PaymentRecord } from './payment.ts'

/** Writes what was read of documents that stand in these books. */
export async function savePayments(
  tx: Transaction<DB>,
  booksId: string,
  records: readonly PaymentRecord[],
): Promise<void> {
  for (const record of records) await savePayment(tx, record, { booksId, saidBy: null })
}

/** Writes what a person says of a document that stands in no books that are linked. */
export function sayPayment(tx: Transaction<DB>, record: PaymentRecord, saidBy: string): Promise<void> {
  return savePayment(tx, record, { booksId: null, saidBy })
}

/** Takes back what a person said; what was read stays. Returns whether there was something. */
export async function unsayPayment(tx: Transaction<DB>, invoiceId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('payments')
    .where('invoice_id', '=', invoiceId)
    .where('books_id', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

async function savePayment(
  tx: Transaction<DB>,
  record: PaymentRecord,
  source: { booksId: string | null; saidBy: string | null },
): Promise<void> {
  const values = {
    books_id: source.booksId,
    said_by: source.saidBy,
    outstanding: record.outstanding,
    settled_as: record.settledAs,
    paid_on: record.paidOn,
    mutation_numbers: record.mutationNumbers,
    pending_outstanding: record.pending?.outstanding ?? null,
    pending_since: record.pending?.since ?? null,
    known_at: record.knownAt,
  }
  await tx
    .insertInto('payments')
    .values({ invoice_id: record.invoiceId, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'invoice_id']).doUpdateSet(values))
    .execute()
}

/** Money under a number that nobody invoiced. */
export interface StrayPayment {
  readonly invoiceNumber: string
  readonly relationCode: string
  readonly date: string
  readonly amount: bigint
}

/** What a reading of these books found, instead of what the one before it found; of relations that are known alone. */
export async function replaceStrayPayments(
  tx: Transaction<DB>,
  of: { booksId: string; strays: readonly StrayPayment[]; readAt: Date },
): Promise<void> {
  const { booksId, readAt, strays } = of
  await tx.deleteFrom('stray_payments').where('books_id', '=', booksId).execute()
  await tx.updateTable('books').set({ open_items_read_at: readAt }).where('id', '=', booksId).execute()
  for (const { amount, date, invoiceNumber, relationCode } of strays) {
    await sql`insert into stray_payments (books_id, invoice_number, relation_code, date, amount, known_at)
      select ${booksId}::uuid, ${invoiceNumber}, ${relationCode}, ${date}::date, ${amount}::bigint, ${readAt}::timestamptz
      where exists (select from relations where books_id = ${booksId}::uuid and code = ${relationCode})
        and not exists (select from invoices where number = ${invoiceNumber})
      on conflict do nothing`.execute(tx)
  }
}
