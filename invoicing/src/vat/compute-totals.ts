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
}

/** An amount as entered, with how it is taxed. */
export type TaxableAmount = {
  readonly amount: Cents
  readonly treatment: VatTreatment
  readonly rate: VatRate
}

/** All lines of one treatment at one rate. */
export type VatGroup = VatAmounts & { readonly treatment: VatTreatment; readonly rate: VatRate }

export type LineTotals = {
  /** Quantity × price, in the manner of the invoice: with or without VAT. */
  readonly amount: Cents
  /** Without VAT. Over all lines this adds up to the net total exactly. */
  readonly net: Cents
}

/** The totals of an invoice. Always: net + vat = gross, in each group and in all. `gross` is what must be paid. */
export type InvoiceTotals = VatAmounts & {
  readonly lines: readonly LineTotals[]
  readonly vatGroups: readonly VatGroup[]
}

/**
 * Reckons an invoice as EN 16931 does: every line rounded to cents, VAT once per rate over the sum of its
 * lines, totals as plain sums. With `pricesIncludeVat` the sum of the entered prices is kept to the cent.
 *
 * @throws RangeError for a quantity, price or rate that is not well formed.
 */
export function computeTotals(lines: readonly TaxableLine[], pricesIncludeVat: boolean): InvoiceTotals {
  const items = lines.filter((line) => line.kind !== 'text')
  const totals = totalsOfAmounts(items.map(amountOf), pricesIncludeVat)
  const ofItem = new Map(items.map((line, position) => [line, totals.lines[position]]))
  return { ...totals, lines: lines.map((line) => ofItem.get(line) ?? { amount: ZERO, net: ZERO }) }
}

function amountOf(line: TaxableLine): TaxableAmount {
  return { amount: lineAmount(line), treatment: line.vatTreatment, rate: line.vatRate }
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
