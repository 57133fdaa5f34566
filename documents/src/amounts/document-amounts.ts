import {
  type AllowanceKind,
  type Cents,
  cents,
  sumOf,
  taxableOf,
  type VatRate,
  type VatTreatment,
  withAllowances,
  ZERO,
} from '@stella/invoicing'
import type { InvoiceDocument } from '../invoice-document.ts'
import { type NetEntry, netEntries } from './net-entries.ts'

/**
 * One rate: what is taxed and how much. `base` times the rate, rounded, is `vat` to the cent, but for a credit note for a
 * part, which can be a cent beside it so that all parts together are what was invoiced.
 */
export type TaxedAmount = {
  readonly treatment: VatTreatment
  readonly rate: VatRate
  readonly base: Cents
  readonly vat: Cents
}

/** What a line comes to without VAT: `full` less its discounts plus its charges is `net`. */
export type NetLine = { readonly full: Cents; readonly allowances: readonly Cents[]; readonly net: Cents }

/** What of a discount or charge on the whole falls under one rate, without VAT. */
export type NetAllowance = {
  readonly kind: AllowanceKind
  readonly treatment: VatTreatment
  readonly rate: VatRate
  readonly net: Cents
  /** Of what, in the manner of the prices, and which percentage; null where it is an amount. */
  readonly base: Cents
  readonly percentage: string | null
  /** Null for the word itself. */
  readonly reason: string | null
}

/**
 * The amounts of a document as paper, e-invoice and books state them, all without VAT but the last three.
 * Always: lines less discounts plus charges is net; net + vat + rounding is payable.
 */
export type DocumentAmounts = {
  readonly lines: readonly NetLine[]
  readonly allowances: readonly NetAllowance[]
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
 * Divides the totals an invoice was saved with over its lines, discounts and rates, so that every sum of
 * EN 16931 holds without tolerance. Nothing is reckoned anew, but for prices that include VAT: € 10.00 at 21 %
 * is 8.27 + 1.74 − 0.01, as it is booked (see `taxableOf`).
 */
export function documentAmounts(document: InvoiceDocument): DocumentAmounts {
  const { invoice } = document
  const groups = invoice.totals.vatGroups
  const entries = groups.flatMap((group) => netEntries(invoice, group))
  const taxed = groups.map((group) => {
    const { treatment, rate, vat } = group
    return { treatment, rate, base: taxableOf(group), vat }
  })
  const lines = linesOf(invoice, entries)
  const allowances = allowancesOf(invoice, entries)
  const sumOfKind = (kind: AllowanceKind) =>
    sumOf(allowances.filter((it) => it.kind === kind).map((it) => it.net))
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

function linesOf(invoice: InvoiceDocument['invoice'], entries: readonly NetEntry[]): NetLine[] {
  const nets = new Map(entries.map(({ of, index, part, net }) => [`${of} ${index} ${part}`, net]))
  const netOf = (of: NetEntry['of'], index: number, part: number) =>
    nets.get(`${of} ${index} ${part}`) ?? ZERO
  return invoice.lines.map((line, index) => {
    const own = line.kind === 'text' ? [] : (line.allowances ?? [])
    const full = netOf('line', index, 0)
    const allowances = own.map((_, part) => netOf('line_allowance', index, part))
    return {
      full,
      allowances,
      net: withAllowances(
        full,
        own,
        allowances.map((amount) => ({ base: full, amount })),
      ),
    }
  })
}

function allowancesOf(invoice: InvoiceDocument['invoice'], entries: readonly NetEntry[]): NetAllowance[] {
  return entries
    .filter((entry) => entry.of === 'document_allowance')
    .sort((one, other) => one.index - other.index || one.part - other.part)
    .flatMap(({ index, part: place, net }) => {
      const allowance = invoice.allowances?.[index]
      const part = invoice.totals.allowances?.[index]?.[place]
      if (allowance === undefined || part === undefined) return []
      const { kind, percentage, reason } = allowance
      const { treatment, rate, base } = part
      return [{ kind, treatment, rate, net, base, percentage, reason }]
    })
}
