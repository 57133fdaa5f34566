import { type Allowance, type AllowanceAmount, formatAmount, sumOf, ZERO } from '@stella/invoicing'
import { type ItemLine, isItem } from '../invoice-document.ts'
import { filled } from '../languages/words.ts'
import type { Wording } from './wording.ts'

export type LineView =
  | { readonly kind: 'text'; readonly description: string }
  | {
      readonly kind: 'item'
      readonly description: string
      /** «10% korting op 770,00», below the description. */
      readonly discount: string
      readonly quantity: string
      readonly unit: string
      readonly price: string
      readonly vat: string
      readonly amount: string
    }

export function linesOf(wording: Wording): LineView[] {
  const { invoice } = wording.document
  return invoice.lines.map((line, index) => {
    if (!isItem(line)) return { kind: 'text', description: line.description }
    const { amount = ZERO, allowances = [] } = invoice.totals.lines[index] ?? {}
    const { format, words } = wording
    return {
      kind: 'item',
      description: line.description,
      discount: discountOf(line, allowances, wording),
      quantity: format.number(line.quantity),
      unit: unitOf(line, wording),
      price: format.number(line.unitPrice),
      vat: filled(words.vat[line.vatTreatment].column, { rate: format.number(line.vatRate) }),
      amount: format.number(formatAmount(amount)),
    }
  })
}

/** What the first so many items come to, from none to all, to be carried over pages. */
export function carriedOf({ document, format }: Wording): string[] {
  const { invoice } = document
  let sum = ZERO
  const sums = [sum]
  for (const [index, line] of invoice.lines.entries()) {
    if (!isItem(line)) continue
    sum = sumOf([sum, invoice.totals.lines[index]?.amount ?? ZERO])
    sums.push(sum)
  }
  return sums.map((amount) => format.number(formatAmount(amount)))
}

function discountOf(line: ItemLine, amounts: readonly AllowanceAmount[], wording: Wording): string {
  return (line.allowances ?? [])
    .map((allowance, index) => allowanceText(allowance, amounts[index], wording))
    .filter((text) => text !== '')
    .join(' · ')
}

function allowanceText(
  { kind, percentage, reason }: Allowance,
  comesTo: AllowanceAmount | undefined,
  { words, format }: Wording,
): string {
  if (comesTo === undefined || comesTo.amount === 0n) return ''
  const base = format.number(formatAmount(comesTo.base))
  const word = kind === 'charge' ? words.charge : words.discount
  if (percentage !== null) {
    const sentence = kind === 'charge' ? words.lineCharge : words.lineDiscount
    const text = filled(sentence, { percentage: format.number(percentage), base })
    return reason === null ? text : `${text}, ${reason}`
  }
  const amount = format.number(formatAmount(comesTo.amount))
  return filled(words.lineDiscountOf, { reason: reason ?? word, amount, base })
}

/** One «stuk», two «stuks»; as many as are on the line. */
function unitOf({ unit, quantity }: ItemLine, { words }: Wording): string {
  if (!unit) return ''
  const [one, several] = words.units[unit]
  return quantity === '1' || quantity === '-1' ? one : several
}
