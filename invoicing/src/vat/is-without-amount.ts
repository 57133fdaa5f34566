import type { InvoiceTotals } from './compute-totals.ts'

/** Whether an invoice comes to nothing under every rate, so that there is nothing to book of it. */
export function isWithoutAmount({ vatGroups }: Pick<InvoiceTotals, 'vatGroups'>): boolean {
  return vatGroups.every(({ net, vat }) => net === 0n && vat === 0n)
}
