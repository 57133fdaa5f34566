import {
  type AllowancePart,
  type Cents,
  type DocumentAllowance,
  formatAmount,
  signed,
  sumOf,
  type VatTreatment,
} from '@stella/invoicing'
import { isItem } from '../invoice-document.ts'
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
    ...allowances.map((allowance, index) => ({
      label: labelOf(allowance, wording),
      value: euros(amountOf(allowance, document.invoice.totals.allowances?.[index] ?? [])),
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
  const word = kind === 'charge' ? words.charge : words.discount
  if (percentage === null && kind === 'charge') return reason ?? word
  const sentence = kind === 'charge' ? words.chargePercentage : words.discountPercentage
  const label = percentage === null ? word : filled(sentence, { percentage: format.number(percentage) })
  return reason === null ? label : `${label}, ${reason}`
}

function amountOf({ kind }: DocumentAllowance, parts: readonly AllowancePart[]): Cents {
  return signed(kind, sumOf(parts.map((part) => part.amount)))
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
