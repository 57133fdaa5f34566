import { findConnection, findInvoice, listInvoices, type Transaction } from '@stella/database'
import { type Cents, sumOf } from '@stella/invoicing'
import { type DividedInvoice, linesOf, partsOf } from '../bookings/planned-parts.ts'
import { accountsOfBooks, productsIn } from './accounts-of-books.ts'
import type { MappingContent } from './change-mapping.ts'
import type { SalesAccounts } from './sales-accounts.ts'

/** A real invoice as it would be booked by now, and with other accounts. Nothing becomes of it. */
export type TriedInvoice = {
  readonly id: string
  readonly number: string
  readonly customer: string
  readonly date: string
  readonly gross: Cents
  readonly before: OnAccounts
  readonly after: OnAccounts
}

export type OnAccounts = {
  readonly debtors: string
  /** Without VAT. */
  readonly revenue: readonly { readonly account: string; readonly net: Cents }[]
}

/** Enough to see each kind of sale of a small business, and read at a glance. */
const TRIED = 10

/** The newest final invoices under the accounts of now and under these. Credit notes follow their invoice, and stay out. */
export async function tryMapping(tx: Transaction, content: MappingContent): Promise<TriedInvoice[] | null> {
  const connection = await findConnection(tx)
  if (connection === null) return null
  const { items } = await listInvoices(tx, { state: 'final', limit: 3 * TRIED })
  const tried: TriedInvoice[] = []
  for (const { customerName, id, isCreditNote } of items) {
    const invoice = isCreditNote || tried.length === TRIED ? undefined : await findInvoice(tx, id)
    if (invoice?.state !== 'final') continue
    const before = await accountsOfBooks(tx, connection.books_id, productsIn(invoice.lines))
    const after = { ...before, ...accountsIn(content) }
    tried.push({
      ...{ id, number: invoice.number, customer: customerName, date: invoice.invoiceDate },
      gross: invoice.totals.gross,
      before: onAccounts(invoice, before),
      after: onAccounts(invoice, after),
    })
  }
  return tried
}

function accountsIn({ byTreatment, debtorsAccount, revenueAccount }: MappingContent) {
  return { debtors: debtorsAccount, revenue: revenueAccount, byTreatment }
}

function onAccounts(invoice: DividedInvoice, accounts: SalesAccounts): OnAccounts {
  const lines = linesOf(partsOf(invoice), accounts)
  const codes = [...new Set(lines.map(({ account }) => account))]
  return {
    debtors: accounts.debtors,
    revenue: codes.map((account) => ({
      account,
      net: sumOf(lines.filter((line) => line.account === account).map(({ net }) => net)),
    })),
  }
}
