import {
  type Cents,
  cents,
  netParts,
  rateInHundredths,
  signed,
  taxableOf,
  type VatGroup,
  type VatRate,
  type VatTreatment,
  withoutAllowances,
  ZERO,
} from '@stella/invoicing'
import { type InvoiceDocument, isItem } from '../invoice-document.ts'

type DocumentInvoice = InvoiceDocument['invoice']

/** An amount that one rate is reckoned over, and what of it is without VAT. Both are positive for what it is. */
export type NetEntry = {
  readonly of: 'line' | 'line_allowance' | 'document_allowance'
  /** Of the line, or of the discount or charge on the whole. */
  readonly index: number
  /** Which discount or charge of the line, or which part of the one on the whole; 0 for lines. */
  readonly part: number
  readonly net: Cents
}

/**
 * What lines, discounts and charges of one rate come to without VAT. Where prices include VAT they add up to its base
 * with their signs; else to its net amount, as they are.
 */
export function netEntries(invoice: DocumentInvoice, group: VatGroup): NetEntry[] {
  const entries = [...entriesOfLines(invoice, group), ...entriesOfAllowances(invoice, group)]
  const amounts = entries.map((entry) => cents(entry.sign * entry.amount))
  const nets = invoice.pricesIncludeVat ? netParts(amounts, group.rate, taxableOf(group)) : amounts
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
    const { amount = ZERO, allowances = [] } = invoice.totals.lines[index] ?? {}
    const kinds = (line.allowances ?? []).map(({ kind }) => kind)
    const full: Entry = {
      of: 'line',
      index,
      part: 0,
      amount: withoutAllowances(amount, line.allowances ?? [], allowances),
      sign: 1n,
    }
    // What is zero stays out, so that no cent of a division can fall to it.
    const own = [...allowances.entries()].filter(([, it]) => it.amount !== 0n)
    return [
      full,
      ...own.map(
        ([part, it]): Entry => ({
          of: 'line_allowance',
          index,
          part,
          amount: it.amount,
          sign: signOf(kinds[part]),
        }),
      ),
    ]
  })
}

function entriesOfAllowances(invoice: DocumentInvoice, group: VatGroup): Entry[] {
  return [...(invoice.totals.allowances ?? []).entries()].flatMap(([index, parts]) =>
    [...parts.entries()]
      .filter(([, part]) => isOf(group, part.treatment, part.rate))
      .map(
        ([position, part]): Entry => ({
          of: 'document_allowance',
          index,
          part: position,
          amount: part.amount,
          sign: signOf(invoice.allowances?.[index]?.kind),
        }),
      ),
  )
}

function signOf(kind: 'allowance' | 'charge' | undefined): 1n | -1n {
  return signed(kind ?? 'allowance', cents(1n)) < 0n ? -1n : 1n
}

function isOf(group: VatGroup, treatment: VatTreatment, rate: VatRate): boolean {
  return group.treatment === treatment && rateInHundredths(group.rate) === rateInHundredths(rate)
}
