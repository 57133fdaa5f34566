import {
  type Allowance,
  type AllowanceAmount,
  allowanceAmounts,
  type DocumentAllowance,
  signed,
  withAllowances,
} from '../allowances/allowance.ts'
import { type RateBase, type SpreadPart, spreadAllowance } from '../allowances/spread-allowances.ts'
import { type Cents, sumOf, ZERO } from '../money/cents.ts'
import { lineAmount } from '../quantities/line-amount.ts'
import { rateInHundredths, type VatRate, type VatTreatment, vatTreatmentCodes } from './treatments.ts'
import { amountsFromGross, amountsFromNet, netParts, type VatAmounts } from './vat-of-group.ts'

/** What the arithmetic needs of an invoice line. */
export type TaxableLine = {
  /** A text comes to nothing, under no rate; anything else is an item. */
  readonly kind?: string
  readonly quantity: string
  readonly unitPrice: string
  readonly vatTreatment: VatTreatment
  /** That of the treatment on the day of supply, or the line's own where the treatment leaves it open. */
  readonly vatRate: VatRate
  readonly allowances?: readonly Allowance[]
}

/** An amount as entered, with how it is taxed. */
export type TaxableAmount = {
  readonly amount: Cents
  readonly treatment: VatTreatment
  readonly rate: VatRate
}

/** All lines of one treatment at one rate. */
export type VatGroup = VatAmounts & {
  readonly treatment: VatTreatment
  readonly rate: VatRate
  /** What the VAT is stated over, where it is not the amount of which the rate is exactly the VAT: see `taxableOf`. */
  readonly taxable?: Cents
}

export type LineTotals = {
  /** Quantity × price with its discounts and charges, in the manner of the invoice: with or without VAT. */
  readonly amount: Cents
  /** Without VAT. Over all lines, with those of the whole invoice, this adds up to the net total exactly. */
  readonly net: Cents
  /** What each of its discounts and charges comes to; left out where there are none. */
  readonly allowances?: readonly AllowanceAmount[]
}

/** What of a discount or charge of the whole invoice falls under one rate, and what of that is without VAT. */
export type AllowancePart = SpreadPart & { readonly net: Cents }

/** The totals of an invoice. Always: net + vat = gross, in each group and in all. `gross` is what must be paid. */
export type InvoiceTotals = VatAmounts & {
  readonly lines: readonly LineTotals[]
  readonly vatGroups: readonly VatGroup[]
  /** For each discount or charge of the whole invoice its parts, by rate; left out where there are none. */
  readonly allowances?: readonly (readonly AllowancePart[])[]
}

/**
 * Reckons an invoice as EN 16931 does: every line rounded to cents and then its discounts, those of the whole invoice
 * spread over the rates, VAT once per rate over the sum, totals as plain sums. With `pricesIncludeVat` the sum of the
 * entered prices is kept to the cent.
 *
 * @throws RangeError for a quantity, price, rate or percentage that is not well formed.
 */
export function computeTotals(
  lines: readonly TaxableLine[],
  pricesIncludeVat: boolean,
  allowances: readonly DocumentAllowance[] = [],
): InvoiceTotals {
  const items = lines.map((line) => (line.kind === 'text' ? null : reckonLine(line)))
  const entries = items.filter((item) => item !== null)
  const bases = ratesOf(entries)
  const spread = allowances.map((allowance) => spreadAllowance(allowance, bases))
  const parts = spread.flatMap((own, index) =>
    own.map((part) => ({ ...part, amount: signed(allowances[index]?.kind ?? 'allowance', part.amount) })),
  )
  const totals = totalsOfAmounts([...entries, ...parts], pricesIncludeVat)
  // In their order: first those of the items, then those of the parts.
  const nets = totals.lines.map(({ net }) => net).values()
  const next = () => nets.next().value ?? ZERO
  return {
    ...totals,
    lines: items.map((item) => ({
      amount: item?.amount ?? ZERO,
      net: item === null ? ZERO : next(),
      ...(item?.allowances.length ? { allowances: item.allowances } : {}),
    })),
    ...(allowances.length > 0 && {
      allowances: spread.map((own, index) =>
        own.map((part) => ({ ...part, net: signed(allowances[index]?.kind ?? 'allowance', next()) })),
      ),
    }),
  }
}

/** The same of what a person entered of an invoice. */
export function totalsOf(content: {
  readonly lines: readonly TaxableLine[]
  readonly pricesIncludeVat: boolean
  readonly allowances?: readonly DocumentAllowance[]
}): InvoiceTotals {
  return computeTotals(content.lines, content.pricesIncludeVat, content.allowances)
}

/** What the lines come to together, in the manner of the prices: what a discount on the whole is taken off. */
export function sumOfLines({ lines }: Pick<InvoiceTotals, 'lines'>): Cents {
  return sumOf(lines.map(({ amount }) => amount))
}

type ReckonedLine = TaxableAmount & { readonly allowances: readonly AllowanceAmount[] }

function reckonLine(line: TaxableLine): ReckonedLine {
  const base = lineAmount(line)
  const entered = line.allowances ?? []
  const allowances = allowanceAmounts(base, entered)
  const amount = withAllowances(base, entered, allowances)
  return { amount, treatment: line.vatTreatment, rate: line.vatRate, allowances }
}

function ratesOf(entries: readonly TaxableAmount[]): RateBase[] {
  return groupByRate(entries).map(({ treatment, rate, members }) => ({
    treatment,
    rate,
    base: sumOf(members.map(({ amount }) => amount)),
  }))
}

/** The same over amounts that are already rounded to cents. */
export function totalsOfAmounts(entries: readonly TaxableAmount[], pricesIncludeVat: boolean): InvoiceTotals {
  const groups = groupByRate(entries).map((group) => reckonGroup(group, pricesIncludeVat))
  const vatGroups = groups.map((group) => group.vatGroup)
  return {
    lines: groups
      .flatMap((group) => group.lines)
      .sort((left, right) => left.index - right.index)
      .map(({ amount, net }) => ({ amount, net })),
    vatGroups,
    net: sumOf(vatGroups.map((group) => group.net)),
    vat: sumOf(vatGroups.map((group) => group.vat)),
    gross: sumOf(vatGroups.map((group) => group.gross)),
  }
}

type Group = {
  readonly treatment: VatTreatment
  readonly rate: VatRate
  readonly members: { readonly index: number; readonly amount: Cents }[]
}

type ReckonedGroup = {
  readonly vatGroup: VatGroup
  readonly lines: readonly (LineTotals & { readonly index: number })[]
}

function reckonGroup({ treatment, rate, members }: Group, pricesIncludeVat: boolean): ReckonedGroup {
  const entered = sumOf(members.map((member) => member.amount))
  if (!pricesIncludeVat) {
    return {
      vatGroup: { treatment, rate, ...amountsFromNet(entered, rate) },
      lines: members.map((member) => ({ ...member, net: member.amount })),
    }
  }
  const amounts = amountsFromGross(entered, rate)
  const nets = netParts(
    members.map((member) => member.amount),
    rate,
    amounts.net,
  )
  return {
    vatGroup: { treatment, rate, ...amounts },
    lines: members.map((member, position) => ({ ...member, net: nets[position] ?? ZERO })),
  }
}

/** In the order of the table of treatments, and within one treatment the higher rate first. */
function groupByRate(entries: readonly TaxableAmount[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [index, { amount, treatment, rate }] of entries.entries()) {
    const key = `${treatment} ${rateInHundredths(rate)}`
    const group = groups.get(key) ?? { treatment, rate, members: [] }
    group.members.push({ index, amount })
    groups.set(key, group)
  }
  return [...groups.values()].sort(compareGroups)
}

function compareGroups(left: Group, right: Group): number {
  const byTreatment = vatTreatmentCodes.indexOf(left.treatment) - vatTreatmentCodes.indexOf(right.treatment)
  return byTreatment || Number(rateInHundredths(right.rate) - rateInHundredths(left.rate))
}
