import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Plans the bookings of the credit notes of an invoice that wait for it in these books, which these causes say. Returns
 * how many there were.
 */
export async function freeCreditNotes(
  tx: Transaction<DB>,
  {
    at,
    booksId,
    causes,
    invoiceId,
  }: { invoiceId: string; booksId: string; causes: readonly string[]; at: Date },
): Promise<number> {
  const result = await tx
    .updateTable('bookings')
    .set({ state: 'planned', changed_at: at, next_at: null, look_ups: 0, cause: null, cause_code: null })
    .where('invoice_id', 'in', (notes) =>
      notes.selectFrom('invoices').select('invoices.id').where('invoices.credits_id', '=', invoiceId),
    )
    .where('books_id', '=', booksId)
    .where('state', 'in', ['planned', 'rejected'])
    .where('cause', 'in', causes)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
