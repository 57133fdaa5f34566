import { type CreditedInvoice, cents, parsePlainDate } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { customerColumns, customerContentOf } from '../customers/customer-row.ts'
import { findProfile } from '../organizations/profile.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type Parties, type StoredInvoice, storedInvoiceOf } from './stored-invoice.ts'

/** An invoice with its lines, totals and parties. */
export async function findInvoice(tx: Transaction<DB>, id: string): Promise<StoredInvoice | undefined> {
  const row = await tx.selectFrom('invoices').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const lines = await tx
    .selectFrom('invoice_lines')
    .selectAll()
    .where('invoice_id', '=', id)
    .orderBy('position')
    .execute()
  const credits = row.credits_id === null ? null : await creditedInvoice(tx, row.credits_id)
  // A final one has its parties frozen in it; the role of the mail may read no others.
  const parties = row.state === 'final' ? null : await partiesOf(tx, row.customer_id)
  return storedInvoiceOf(row, lines, parties, credits)
}

async function creditedInvoice(tx: Transaction<DB>, id: string): Promise<CreditedInvoice> {
  const row = await tx
    .selectFrom('invoices')
    .select(['number', 'invoice_date', 'payment_term_days', 'total_gross'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    id,
    number: row.number ?? '',
    invoiceDate: parsePlainDate(row.invoice_date),
    paymentTermDays: row.payment_term_days,
    gross: cents(row.total_gross),
  }
}

/** The customer and the sender as they are now. */
async function partiesOf(tx: Transaction<DB>, customerId: string): Promise<Parties> {
  const customer = await tx
    .selectFrom('customers')
    .select(customerColumns)
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  return { customer: customerContentOf(customer), sender: await findProfile(tx) }
}
