import { type Cents, type InvoiceTotals, sumOf, type VatGroup } from '@stella/invoicing'
import { NO_VAT_CODE, vatCodeOf } from './vat-codes.ts'

export type PlannedAmounts = { readonly vatCode: string; readonly net: Cents; readonly vat: Cents }

/**
 * Whether planned lines say what the invoice says: the same net and VAT in all, and the same VAT under every VAT code;
 * where there is no VAT, the same net, so that each amount stands in its own box of the return. Reckoned from the
 * totals alone and not from the invoice's lines, so that a line left out of the plan shows.
 */
export function agreesWithTotals(
  planned: readonly PlannedAmounts[],
  { totals, invoiceDate }: { readonly totals: InvoiceTotals; readonly invoiceDate: string },
): boolean {
  const codeOf = (group: VatGroup) => vatCodeOf(group, invoiceDate)?.code ?? NO_VAT_CODE
  if (sumOf(planned.map(({ net }) => net)) !== totals.net) return false
  if (sumOf(planned.map(({ vat }) => vat)) !== totals.vat) return false
  const codes = new Set([...planned.map(({ vatCode }) => vatCode), ...totals.vatGroups.map(codeOf)])
  return [...codes].every((code) => {
    const ofPlan = planned.filter(({ vatCode }) => vatCode === code)
    const ofInvoice = totals.vatGroups.filter((group) => codeOf(group) === code)
    if (sumOf(ofPlan.map(({ vat }) => vat)) !== sumOf(ofInvoice.map(({ vat }) => vat))) return false
    // A cent of what prices include stands apart, without VAT; a price without any has no such cent.
    const isExact = code !== NO_VAT_CODE && ofInvoice.every(({ rate }) => rate === '0')
    return !isExact || sumOf(ofPlan.map(({ net }) => net)) === sumOf(ofInvoice.map(({ net }) => net))
  })
}
