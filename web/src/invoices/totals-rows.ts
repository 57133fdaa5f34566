import { useVatTotal } from '../api/vat.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import type { Invoice, Totals } from './queries.ts'

type TotalsRow = { key: string; name: string; amount: string }

/** From the sum of the lines to what is to be paid, row by row, as the document prints it. */
export function useTotalsRows() {
  const { invoiceForm: words } = useTexts()
  const format = useFormat()
  const vatTotal = useVatTotal()
  const allowanceName = useAllowanceName()
  return (totals: Totals, pricesIncludeVat: boolean): TotalsRow[] => {
    const isRounded = Number(totals.rounding) !== 0
    const hasSubtotal = totals.allowances.length > 0
    const withoutVat = hasSubtotal || pricesIncludeVat ? words.subtotalWithoutVat : words.subtotal
    return [
      ...(hasSubtotal ? [{ key: 'lines', name: words.subtotal, amount: format.euro(totals.lines) }] : []),
      ...totals.allowances.map((allowance, index) => ({
        key: `allowance-${index}`,
        name: allowanceName(allowance),
        amount: format.euro(allowance.kind === 'charge' ? allowance.comesTo : negated(allowance.comesTo)),
      })),
      { key: 'net', name: withoutVat, amount: format.euro(totals.taxable) },
      ...totals.perTreatment.map((part) => ({
        key: `${part.vatTreatment} ${part.rate}`,
        name: vatTotal(part),
        amount: format.euro(part.vat),
      })),
      ...(isRounded ? [{ key: 'rounding', name: words.rounding, amount: format.euro(totals.rounding) }] : []),
    ]
  }
}

type Named = Pick<Totals['allowances'][number], 'kind' | 'percentage' | 'reason'>

/** «Korting 10%, vaste klant»; a charge is named by what it is for, «Verzendkosten», as on paper. */
export function useAllowanceName() {
  const { allowances: words } = useTexts()
  const format = useFormat()
  return ({ kind, percentage, reason }: Named) => {
    if (kind === 'charge' && percentage === null && reason !== null) return reason
    const word = kind === 'charge' ? words.charge : words.discount
    const name = percentage === null ? word : `${word} ${format.quantity(percentage)}%`
    return reason === null ? name : `${name}, ${reason}`
  }
}

/** The same amount on the other side of zero. */
export function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

/** Whether another amount is open than the invoice comes to; never of a credit note. */
export function isLessOpen({
  credits,
  stillToPay,
  totals,
}: Pick<Invoice, 'credits' | 'stillToPay' | 'totals'>): boolean {
  return credits === null && stillToPay !== totals.gross
}
