import { type Cents, cents, sumOf, type VatRate, type VatTreatment, ZERO } from '@stella/invoicing'
import type { InvoiceDocument } from '../invoice-document.ts'
import { baseOf, type NetEntry, netEntries } from './net-entries.ts'

/** One rate: what is taxed and how much. `base` times the rate, rounded, is `vat` to the cent. */
export type TaxedAmount = {
  readonly treatment: VatTreatment
  readonly rate: VatRate
  readonly base: Cents
  readonly vat: Cents
}

/** What a line comes to without VAT: `full` less `allowance` is `net`. */
export type NetLine = { readonly full: Cents; readonly allowance: Cents; readonly net: Cents }

/**
 * The amounts of a document as paper, e-invoice and books state them, all without VAT but the last three.
 * Always: lines less allowances plus charges is net; net + vat + rounding is payable.
 */
export type DocumentAmounts = {
  readonly lines: readonly NetLine[]
  /** For each allowance or charge of the document, what each of its parts comes to. */
  readonly allowances: readonly (readonly Cents[])[]
  readonly taxed: readonly TaxedAmount[]
  readonly linesNet: Cents
  readonly allowancesNet: Cents
  readonly chargesNet: Cents
  readonly net: Cents
  readonly vat: Cents
  /** The cents that no net amount reaches where prices include VAT (EN 16931, BT-114). */
  readonly rounding: Cents
  readonly payable: Cents
}

/**
 * Divides the totals an invoice was saved with over its lines, allowances and rates, so that every sum of
 * EN 16931 holds without tolerance. Nothing is reckoned anew, but for prices that include VAT: € 10.00 at 21 %
 * is 8.27 + 1.74 − 0.01, as it is booked (see `exactVatBase`).
 */
export function documentAmounts({ invoice }: InvoiceDocument): DocumentAmounts {
  const groups = invoice.totals.vatGroups
  const entries = groups.flatMap((group) => netEntries(invoice, group))
  const taxed = groups.map((group) => {
    const { treatment, rate, vat } = group
    return { treatment, rate, base: baseOf(group), vat }
  })
  const lines = linesOf(invoice.lines.length, entries)
  const allowances = allowancesOf(invoice, entries)
  const sumOfKind = (kind: 'allowance' | 'charge') =>
    sumOf(allowances.flatMap((parts, index) => (invoice.allowances?.[index]?.kind === kind ? parts : [])))
  const net = sumOf(taxed.map((it) => it.base))
  const vat = sumOf(taxed.map((it) => it.vat))
  const payable = invoice.totals.gross
  return {
    lines,
    allowances,
    taxed,
    linesNet: sumOf(lines.map((line) => line.net)),
    allowancesNet: sumOfKind('allowance'),
    chargesNet: sumOfKind('charge'),
    net,
    vat,
    rounding: cents(payable - net - vat),
    payable,
  }
}

function linesOf(count: number, entries: readonly NetEntry[]): NetLine[] {
  const full = amountsAt(count, entries, 'line')
  const allowance = amountsAt(count, entries, 'line_allowance')
  return full.map((amount, index) => {
    const taken = allowance[index] ?? ZERO
    return { full: amount, allowance: taken, net: cents(amount - taken) }
  })
}

function allowancesOf(invoice: InvoiceDocument['invoice'], entries: readonly NetEntry[]): Cents[][] {
  return (invoice.allowances ?? []).map((allowance, index) => {
    const own = entries.filter((entry) => entry.of === 'document_allowance' && entry.index === index)
    return allowance.parts.map((_part, position) => own.find((it) => it.part === position)?.net ?? ZERO)
  })
}

function amountsAt(count: number, entries: readonly NetEntry[], of: NetEntry['of']): Cents[] {
  const amounts = Array.from({ length: count }, () => ZERO)
  for (const entry of entries) if (entry.of === of) amounts[entry.index] = entry.net
  return amounts
}
