import { type Cents, type InvoiceTotals, sumOf, type VatGroup } from '@stella/invoicing'
import { NO_VAT_CODE, vatCodeOf } from './vat-codes.ts'

export type PlannedAmounts = { readonly vatCode: string; readonly net: Cents; readonly vat: Cents }

/**
 * Whether planned lines say what the invoice says: the same net and VAT in all, and the same VAT under every VAT
 * code. Reckoned from the totals alone and not from the invoice's lines, so that a line left out of the plan shows.
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
    const ofPlan = planned.filter(({ vatCode }) => vatCode === code).map(({ vat }) => vat)
    const ofInvoice = totals.vatGroups.filter((group) => codeOf(group) === code).map(({ vat }) => vat)
    return sumOf(ofPlan) === sumOf(ofInvoice)
  })
}
