import type { HistoricalInvoice } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { customerColumns, customerContentOf } from '../customers/customer-row.ts'
import { searchable } from '../lists/search.ts'
import { findProfile } from '../organizations/profile.ts'
import type { DB } from '../schema/schema.generated.ts'
import { shownOf } from './finalize-invoice.ts'

/** An invoice of another program, with the customer of Stella that it went to. */
export interface NewHistory {
  readonly id: string
  readonly customerId: string
  readonly invoice: HistoricalInvoice
}

/**
 * Adds invoices of another program: final at once, with their own numbers, without lines, and never booked. What was
 * paid of each is written as said by where it came from.
 *
 * @param origin the program or the file
 */
export async function insertHistory(
  tx: Transaction<DB>,
  invoices: readonly NewHistory[],
  { at, origin }: { origin: string; at: Date },
): Promise<void> {
  if (invoices.length === 0) return
  const customers = await snapshotsOf(tx, invoices)
  const sender = JSON.stringify(await findProfile(tx))
  const rows = invoices.map(({ customerId, id, invoice }) => {
    const customer = customers.get(customerId)
    if (customer === undefined) throw new RangeError(`There is no customer ${customerId}.`)
    return {
      id,
      customer_id: customerId,
      state: 'final' as const,
      number: invoice.number,
      invoice_date: invoice.invoiceDate,
      payment_term_days: invoice.paymentTermDays,
      description: invoice.description,
      buyer_reference: invoice.buyerReference,
      order_number: invoice.orderNumber,
      total_net: invoice.net,
      total_vat: invoice.vat,
      total_gross: invoice.gross,
      vat_groups: sql<string>`'[]'::jsonb`,
      customer_snapshot: JSON.stringify(shownOf(customer)),
      sender_snapshot: sender,
      search_text: searchable(invoice.number, invoice.description, customer.name),
      finalized_at: at,
      origin,
      origin_credits: invoice.credits,
      origin_is_credit: invoice.isCreditNote,
    }
  })
  await tx.insertInto('invoices').values(rows).execute()
  const said = invoices.filter(({ invoice: { gross, outstanding } }) => outstanding !== gross)
  if (said.length === 0) return
  await tx
    .insertInto('payments')
    .values(
      said.map(({ id, invoice: { outstanding } }) => ({
        invoice_id: id,
        outstanding,
        settled_as: outstanding === 0n ? 'paid' : null,
        known_at: at,
        said_by: origin,
      })),
    )
    .execute()
}

async function snapshotsOf(tx: Transaction<DB>, invoices: readonly NewHistory[]) {
  const ids = [...new Set(invoices.map(({ customerId }) => customerId))]
  const rows = await tx.selectFrom('customers').select(customerColumns).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, customerContentOf(row)]))
}

/** An invoice that has a number already. */
export interface NumberedInvoice {
  readonly id: string
  readonly number: string
  readonly invoiceDate: string
  readonly gross: bigint
}

/** The invoices that have one of these numbers. */
export async function findNumberedInvoices(
  tx: Transaction<DB>,
  numbers: readonly string[],
): Promise<NumberedInvoice[]> {
  const rows = await tx
    .selectFrom('invoices')
    .select(['id', 'number', 'invoice_date', 'total_gross'])
    .where(sql<boolean>`number = any(${[...numbers]}::text[])`)
    .execute()
  return rows.map(({ id, invoice_date, number, total_gross }) => ({
    id,
    number: number ?? '',
    invoiceDate: invoice_date,
    gross: total_gross,
  }))
}

/**
 * Takes invoices of another program away again, as far as nothing was built on them: no mail, no payment that was said
 * since.
 *
 * @returns the ids of those that are gone
 */
export async function deleteHistory(
  tx: Transaction<DB>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows: free } = await sql<{ id: string }>`
    select invoices.id from invoices
    left join payments on payments.organization_id = invoices.organization_id and payments.invoice_id = invoices.id
    where invoices.id = any(${[...ids]}::uuid[]) and invoices.origin is not null
      and (payments.invoice_id is null or payments.known_at = invoices.finalized_at)
      and not exists (select from messages where messages.invoice_id = invoices.id)
      and not exists (select from share_links where share_links.invoice_id = invoices.id)
    for update of invoices`.execute(tx)
  const gone = free.map(({ id }) => id)
  await sql`delete from payments where invoice_id = any(${gone}::uuid[])`.execute(tx)
  await sql`delete from invoices where id = any(${gone}::uuid[]) and origin is not null`.execute(tx)
  return new Set(gone)
}
