import { formatAmount, negate, sumOf, type VatTreatment } from '@stella/invoicing'
import { type DocumentAllowance, isItem } from '../invoice-document.ts'
import { filled } from '../languages/words.ts'
import type { Fact, Wording } from './wording.ts'

/** A sentence the law wants, with the numbers that belong to it. */
export type LawView = { readonly heading: string; readonly rows: readonly Fact[] }

/**
 * From the sum of the lines to what must be paid. Discounts stand in the manner of the prices; the bases and the
 * VAT are those of the e-invoice and the books.
 */
export function totalsOf(wording: Wording): Fact[] {
  const { document, words, format, amounts } = wording
  const euros = (cents: bigint) => format.number(formatAmount(cents as typeof amounts.net))
  const allowances = document.invoice.allowances ?? []
  const subtotal = sumOf(
    document.invoice.totals.lines
      .filter((_line, index) => isItemAt(wording, index))
      .map((line) => line.amount),
  )
  return [
    ...(allowances.length === 0 ? [] : [{ label: words.subtotal, value: euros(subtotal) }]),
    ...allowances.map((allowance) => ({
      label: labelOf(allowance, wording),
      value: euros(signedAmount(allowance)),
    })),
    { label: words.totalWithoutVat, value: euros(amounts.net) },
    ...amounts.taxed.map(({ treatment, rate, base, vat }) => ({
      label: filled(words.vat[treatment].total, { rate: format.number(rate), base: euros(base) }),
      value: euros(vat),
    })),
    ...(amounts.rounding === 0n ? [] : [{ label: words.rounding, value: euros(amounts.rounding) }]),
  ]
}

function isItemAt({ document }: Wording, index: number): boolean {
  const line = document.invoice.lines[index]
  return line !== undefined && isItem(line)
}

function labelOf({ percentage, reason, kind }: DocumentAllowance, { words, format }: Wording): string {
  if (kind === 'charge') return reason
  const discount =
    percentage === null
      ? words.discount
      : filled(words.discountPercentage, { percentage: format.number(percentage) })
  return reason === '' ? discount : `${discount}, ${reason}`
}

function signedAmount({ kind, parts }: DocumentAllowance) {
  const amount = sumOf(parts.map((part) => part.amount))
  return kind === 'charge' ? amount : negate(amount)
}

/** Treatments for which the law wants the VAT numbers of both parties on the invoice. */
const withBothNumbers: ReadonlySet<VatTreatment> = new Set<VatTreatment>([
  'reverse_charge',
  'reverse_charge_low',
  'eu_goods',
  'eu_services',
])

/** Why no VAT is charged, once for each sentence. */
export function lawOf({ document, words, amounts }: Wording): LawView[] {
  const sentences = new Map<string, VatTreatment>()
  for (const { treatment } of amounts.taxed) {
    const { statement } = words.vat[treatment]
    if (statement !== null && !sentences.has(statement)) sentences.set(statement, treatment)
  }
  const { organization, customer } = document
  const numbers = [
    { label: words.ourVatNumber, value: organization.vatNumber },
    { label: words.yourVatNumber, value: customer.vatNumber },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
  return [...sentences].map(([heading, treatment]) => ({
    heading,
    rows: withBothNumbers.has(treatment) ? numbers : [],
  }))
}
