import { randomUUID } from 'node:crypto'
import { type InvoiceContent, totalsOf, validateFinal, yearOf } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { customerColumns, customerContentOf } from '../customers/customer-row.ts'
import { findProfile } from '../organizations/profile.ts'
import type { DB } from '../schema/schema.generated.ts'
import { drawNumber, holdCount } from '../series/draw-number.ts'
import { listVatRates } from '../vat/list-vat-rates.ts'
import { freeze, NotFinalizableError } from './finalize-invoice.ts'
import { invoiceValues, lineValues } from './save-draft.ts'

export interface NewFinalInvoice {
  readonly content: InvoiceContent
  /** When it became final. */
  readonly at: Date
}

/**
 * Adds many final invoices of one year at once, in their order and in the usual series: the same rows as saveDraft() and finalizeInvoice()
 * leave one after another, the drafts in two statements. Returns their ids and numbers.
 *
 * @throws NotFinalizableError; RangeError when one is of another year
 */
export async function insertFinalInvoices(
  tx: Transaction<DB>,
  year: number,
  invoices: readonly NewFinalInvoice[],
): Promise<{ id: string; number: string }[]> {
  const [first] = invoices
  if (first === undefined) return []
  const count = await holdCount(tx, { seriesId: null, invoiceDate: first.content.invoiceDate })
  const drafts = invoices.map(({ content, at }) => {
    if (yearOf(content.invoiceDate) !== year)
      throw new RangeError(`${content.invoiceDate} is not of ${year}.`)
    return { id: randomUUID(), content, at, totals: totalsOf(content) }
  })
  const rows = drafts.map(({ id, content, totals }) => ({ id, ...invoiceValues(content, totals) }))
  await tx.insertInto('invoices').values(rows).execute()
  const lines = drafts.flatMap(({ id, content, totals }) => lineValues(id, content, totals))
  await tx.insertInto('invoice_lines').values(lines).execute()
  const sender = await findProfile(tx)
  const rates = await listVatRates(tx)
  const customers = await customersOf(tx, invoices)
  const made: { id: string; number: string }[] = []
  for (const [at, draft] of drafts.entries()) {
    const customer = customers.get(draft.content.customerId)
    if (customer === undefined) throw new RangeError(`There is no customer ${draft.content.customerId}.`)
    const checked = validateFinal(draft.content, { customer, sender }, rates)
    if (!checked.ok) throw new NotFinalizableError(draft.id, checked.problems)
    const { description, invoiceDate, lines } = draft.content
    const drawn = await drawNumber(tx, count, { place: count.lastPlace + at + 1, invoiceDate })
    await freeze(tx, { id: draft.id, description, lines, customer, sender, revision: 1 }, drawn, draft.at)
    made.push({ id: draft.id, number: drawn.number })
  }
  return made
}

async function customersOf(tx: Transaction<DB>, invoices: readonly NewFinalInvoice[]) {
  const ids = [...new Set(invoices.map(({ content }) => content.customerId))]
  const rows = await tx.selectFrom('customers').select(customerColumns).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, customerContentOf(row)]))
}
