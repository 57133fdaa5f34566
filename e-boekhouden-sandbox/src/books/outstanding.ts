import { type Cents, sum } from '../money/cents.ts'
import type { Administration, Invoice } from './administration.ts'
import { items, type OpenItem } from './balances.ts'
import { comparable } from './indexes.ts'

/**
 * What of an invoice is not paid, as the open items have it: that of its own mutation. One that was not booked with
 * AddFactuur follows the mutation that was booked for it afterwards, by number and relation; without any it cannot
 * be paid in the books, and is open whole.
 */
export function outstandingOf(books: Administration): (invoice: Invoice) => Cents {
  const open = new Map(
    items(books, 'Debiteuren').map((item) => [keyOf(item.relationId, item.invoiceNumber), item]),
  )
  return ({ relationId, number, mutationNumber, totalExcl, totalVat }) => {
    const item = open.get(keyOf(relationId, number))
    const own = item && (mutationNumber ?? item.invoices[0]?.mutationNumber)
    return item && own !== undefined ? openOf(item, own) : sum([totalExcl, totalVat])
  }
}

function keyOf(relationId: number | null, invoiceNumber: string): string {
  return `${relationId} ${comparable(invoiceNumber)}`
}

/** Payments name a number, so those of invoices that share one are taken to pay the oldest first; the last has what
 * is left, also what was paid too much. Together they are what the item has outstanding. */
function openOf(item: OpenItem, mutationNumber: number): Cents {
  let paid = item.paid
  for (const [at, invoice] of item.invoices.entries()) {
    const isLast = at === item.invoices.length - 1
    const taken = isLast ? paid : within(invoice.amount, paid)
    if (invoice.mutationNumber === mutationNumber) return sum([invoice.amount, -taken])
    paid -= taken
  }
  return item.outstanding
}

/** As much of what was paid as fits in the amount, which is below zero for a credit note. */
function within(amount: Cents, paid: Cents): Cents {
  return amount < 0 ? Math.min(0, Math.max(amount, paid)) : Math.max(0, Math.min(amount, paid))
}
