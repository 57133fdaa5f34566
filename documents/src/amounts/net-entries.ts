import {
  type Cents,
  cents,
  exactVatBase,
  netParts,
  rateInHundredths,
  sumOf,
  type VatGroup,
  type VatRate,
  type VatTreatment,
  ZERO,
} from '@stella/invoicing'
import { type InvoiceDocument, type ItemLine, isItem } from '../invoice-document.ts'

type DocumentInvoice = InvoiceDocument['invoice']

/** An amount that one rate is reckoned over, and what of it is without VAT. Both are positive for what it is. */
export type NetEntry = {
  readonly of: 'line' | 'line_allowance' | 'document_allowance'
  /** Of the line, or of the allowance of the document. */
  readonly index: number
  /** Which part of the allowance of the document; 0 for lines. */
  readonly part: number
  readonly net: Cents
}

/** The amount of a group over which the rate is exactly its VAT. */
export function baseOf(group: VatGroup): Cents {
  return exactVatBase(group, group.rate)
}

/** Amounts without VAT as they are; only a credit note for a part can lie some cents beside its base. */
function reachingBase(amounts: readonly Cents[], group: VatGroup): readonly Cents[] {
  const beside = baseOf(group) - group.net
  return amounts.map((amount, index) => (index === 0 ? cents(amount + beside) : amount))
}

/** What lines and allowances of one rate come to without VAT; with their signs they add up to its base. */
export function netEntries(invoice: DocumentInvoice, group: VatGroup): NetEntry[] {
  const entries = [...entriesOfLines(invoice, group), ...entriesOfAllowances(invoice, group)]
  const amounts = entries.map((entry) => cents(entry.sign * entry.amount))
  const nets = invoice.pricesIncludeVat
    ? netParts(amounts, group.rate, baseOf(group))
    : reachingBase(amounts, group)
  return entries.map(({ of, index, part, sign }, position) => ({
    of,
    index,
    part,
    net: cents(sign * (nets[position] ?? ZERO)),
  }))
}

/** In the manner of the invoice, with or without VAT. */
type Entry = Omit<NetEntry, 'net'> & { readonly amount: Cents; readonly sign: 1n | -1n }

function entriesOfLines(invoice: DocumentInvoice, group: VatGroup): Entry[] {
  return [...invoice.lines.entries()].flatMap(([index, line]) => {
    if (!isItem(line) || !isOf(group, line.vatTreatment, line.vatRate)) return []
    return entriesOfLine(line, index, invoice.totals.lines[index]?.amount ?? ZERO)
  })
}

function entriesOfLine(line: ItemLine, index: number, total: Cents): Entry[] {
  const taken = line.allowance?.amount ?? ZERO
  const full: Entry = { of: 'line', index, part: 0, amount: sumOf([total, taken]), sign: 1n }
  // What is zero stays out, so that no cent of a division can fall to it.
  return taken === 0n ? [full] : [full, { of: 'line_allowance', index, part: 0, amount: taken, sign: -1n }]
}

function entriesOfAllowances(invoice: DocumentInvoice, group: VatGroup): Entry[] {
  return [...(invoice.allowances ?? []).entries()].flatMap(([index, { kind, parts }]) =>
    [...parts.entries()]
      .filter(([, part]) => isOf(group, part.treatment, part.rate))
      .map(
        ([position, part]): Entry => ({
          of: 'document_allowance',
          index,
          part: position,
          amount: part.amount,
          sign: kind === 'allowance' ? -1n : 1n,
        }),
      ),
  )
}

function isOf(group: VatGroup, treatment: VatTreatment, rate: VatRate): boolean {
  return group.treatment === treatment && rateInHundredths(group.rate) === rateInHundredths(rate)
}
