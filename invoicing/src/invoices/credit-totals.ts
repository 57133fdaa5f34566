import {
  type Allowance,
  type AllowanceAmount,
  type DocumentAllowance,
  signed,
  withAllowances,
} from '../allowances/allowance.ts'
import { type Cents, cents, formatAmount, sumOf, ZERO } from '../money/cents.ts'
import { formatDecimal, parseDecimal, powerOfTen } from '../money/decimal.ts'
import { divideHalfUp } from '../money/divide-half-up.ts'
import { lineAmount } from '../quantities/line-amount.ts'
import { parseQuantity, QUANTITY_DECIMALS, type Quantity } from '../quantities/quantity.ts'
import {
  type AllowancePart,
  type InvoiceTotals,
  type LineTotals,
  totalsOfAmounts,
  type VatGroup,
} from '../vat/compute-totals.ts'
import { rateInHundredths, type VatRate, type VatTreatment } from '../vat/treatments.ts'
import { amountsFromGross, netParts, taxableOf, vatOverNet } from '../vat/vat-of-group.ts'
import type { FinalInvoice, InvoiceLine } from './invoice.ts'

export type Creditable = Pick<FinalInvoice, 'lines' | 'allowances' | 'pricesIncludeVat' | 'totals'>

/** A line of a credit note: the negative of the part of a line that it credits. */
export type CreditLine = InvoiceLine & { readonly creditsPosition: number }

export type CreditContent = {
  readonly lines: readonly CreditLine[]
  readonly allowances: readonly DocumentAllowance[]
  readonly totals: InvoiceTotals
}

/**
 * What an invoice comes to with so much of each line; the whole is what it was saved with, whatever later code reckons.
 * Discounts and charges follow what they are of: those of a line its quantity, those on the whole what the lines of
 * their rate come to. One that nothing can be measured by goes with the last part. VAT is stated over the net amount,
 * but for a rate that is credited in whole: over what the invoice stated it over.
 */
export function totalsOfPart(invoice: Creditable, quantities: readonly bigint[]): InvoiceTotals {
  const isWhole = invoice.lines.every(({ quantity }, at) => tenThousandths(quantity) === quantities[at])
  if (isWhole) return invoice.totals
  const lines = invoice.lines.map((line, at) =>
    lineOfPart(line, invoice.totals.lines[at], quantities[at] ?? 0n),
  )
  const entries = invoice.lines.map(({ vatTreatment: treatment, vatRate: rate }, at) => {
    const amount = lines[at]?.amount ?? ZERO
    return { treatment, rate, amount }
  })
  const whole = entries.map((entry, at) => ({ ...entry, amount: invoice.totals.lines[at]?.amount ?? ZERO }))
  const allowances = (invoice.totals.allowances ?? []).map((parts) =>
    parts.map((part) => partOfPart(part, baseUnder(part, entries), baseUnder(part, whole))),
  )
  const items = entries.filter((_, at) => invoice.lines[at]?.kind !== 'text')
  const signedParts = allowances.flatMap((parts, at) =>
    parts.map((part) => ({ ...part, amount: signed(kindAt(invoice, at), part.amount) })),
  )
  const totals = totalsOfAmounts([...items, ...signedParts], invoice.pricesIncludeVat)
  const vatGroups = totals.vatGroups.map((group) => withTaxable(group, invoice.totals.vatGroups))
  return { ...totals, vatGroups, lines, allowances }
}

function withTaxable(group: VatGroup, whole: readonly VatGroup[]): VatGroup {
  const all = whole.find(isUnder(group))
  return { ...group, taxable: all?.gross === group.gross ? taxableOf(all) : group.net }
}

type Entry = { readonly treatment: VatTreatment; readonly rate: VatRate; readonly amount: Cents }

function lineOfPart(line: InvoiceLine, whole: LineTotals | undefined, quantity: bigint): LineTotals {
  const base = lineAmount({ ...line, quantity: quantityOf(quantity) })
  const all = tenThousandths(line.quantity)
  const allowances = (whole?.allowances ?? []).map((it) => ({
    base,
    amount: all === 0n ? ZERO : cents(divideHalfUp(it.amount * quantity, all)),
  }))
  const amount = withAllowances(base, line.allowances ?? [], allowances)
  return { amount, net: ZERO, allowances }
}

function partOfPart(part: AllowancePart, base: Cents, whole: Cents): AllowancePart {
  const isPast = whole < 0n ? base <= whole : base >= whole
  const isBefore = whole < 0n ? base >= 0n : base <= 0n
  if (whole === 0n || isBefore) return { ...part, base, amount: ZERO }
  return { ...part, base, amount: isPast ? part.amount : cents(divideHalfUp(part.amount * base, whole)) }
}

function baseUnder(rate: Rated, entries: readonly Entry[]): Cents {
  return sumOf(entries.filter(isUnder(rate)).map(({ amount }) => amount))
}

type Rated = { readonly treatment: VatTreatment; readonly rate: VatRate }

const isUnder =
  ({ treatment, rate }: Rated) =>
  (other: Rated) =>
    other.treatment === treatment && rateInHundredths(other.rate) === rateInHundredths(rate)

function kindAt({ allowances = [] }: Creditable, at: number): Allowance['kind'] {
  return allowances[at]?.kind ?? 'allowance'
}

type Parts = { before: InvoiceTotals; more: readonly bigint[]; after: InvoiceTotals }

/** What lies between two parts of an invoice, with the opposite sign. */
export function contentOfCredit(invoice: Creditable, { before, more, after }: Parts): CreditContent {
  const credited = invoice.lines
    .map((line, position) => ({ line, position, quantity: more[position] ?? 0n }))
    .filter(({ line, quantity, position }) => quantity !== 0n || comesToMore(line, position, before, after))
  const lines = credited.map(({ line, position, quantity }) => {
    const amount = lessened(before.lines[position]?.amount, after.lines[position]?.amount)
    const taken = creditedAllowances(
      line.allowances ?? [],
      before.lines[position]?.allowances,
      after.lines[position]?.allowances,
    )
    const own = { ...line, quantity: quantityOf(-quantity), creditsPosition: position }
    return { line: { ...own, allowances: taken.entered }, amount, allowances: taken.amounts }
  })
  const spread = (invoice.allowances ?? []).flatMap((allowance, at) => {
    const parts = creditedParts(before.allowances?.[at] ?? [], after.allowances?.[at] ?? [])
    const comesTo = sumOf(parts.map(({ amount }) => amount))
    return parts.length === 0 ? [] : [{ allowance: ofCredit(allowance, comesTo), parts }]
  })
  const entries = [
    ...lines.map(({ line, amount }) => ({ treatment: line.vatTreatment, rate: line.vatRate, amount })),
    ...spread.flatMap(({ allowance, parts }) =>
      parts.map((part) => ({ ...part, amount: signed(allowance.kind, part.amount) })),
    ),
  ]
  const vatGroups = after.vatGroups
    .map((group) => lessenedBy(before.vatGroups.find(isUnder(group)), group))
    .filter((group) => entries.some(isUnder(group)) || group.net !== 0n || group.vat !== 0n)
  const nets = netsOf(entries, vatGroups, invoice.pricesIncludeVat).values()
  const next = () => nets.next().value ?? ZERO
  return {
    lines: lines.map(({ line }) => line),
    allowances: spread.map(({ allowance }) => allowance),
    totals: {
      lines: lines.map(({ amount, allowances }) => ({
        amount,
        net: next(),
        ...(allowances.length > 0 && { allowances }),
      })),
      ...(spread.length > 0 && {
        allowances: spread.map(({ allowance, parts }) =>
          parts.map((part) => ({ ...part, net: signed(allowance.kind, next()) })),
        ),
      }),
      vatGroups,
      net: sumOf(vatGroups.map(({ net }) => net)),
      vat: sumOf(vatGroups.map(({ vat }) => vat)),
      gross: sumOf(vatGroups.map(({ gross }) => gross)),
    },
  }
}

/**
 * A line of no quantity comes to its charges, and those go with the last part. Where no line has one, all that are no
 * text were not there before and are now, also those that come to nothing: what is credited on the whole stands under them.
 */
function comesToMore(
  line: InvoiceLine,
  position: number,
  before: InvoiceTotals,
  after: InvoiceTotals,
): boolean {
  return line.kind !== 'text' && before.lines[position]?.amount !== after.lines[position]?.amount
}

function lessened(before: Cents = ZERO, after: Cents = ZERO): Cents {
  return cents(before - after)
}

function lessenedBy(before: VatGroup | undefined, after: VatGroup): VatGroup {
  const less = (key: 'net' | 'vat' | 'gross') => lessened(before?.[key], after[key])
  const { treatment, rate } = after
  const group = { treatment, rate, net: less('net'), vat: less('vat'), gross: less('gross') }
  const taxable = lessened(before && taxableOf(before), taxableOf(after))
  return isTakenFor(taxable, group) ? group : { ...group, taxable }
}

/** Whether it is the amount that is taken where a group says none. */
function isTakenFor(taxable: Cents, group: VatGroup): boolean {
  return vatOverNet(taxable, group.rate) === group.vat && taxableOf(group) === taxable
}

/** Those of a line that come to something in this part. */
function creditedAllowances(
  entered: readonly Allowance[],
  before: readonly AllowanceAmount[] = [],
  after: readonly AllowanceAmount[] = [],
): { entered: Allowance[]; amounts: AllowanceAmount[] } {
  const all = entered.map((allowance, at) => {
    const base = lessened(before[at]?.base, after[at]?.base)
    const amount = lessened(before[at]?.amount, after[at]?.amount)
    return { entered: ofCredit(allowance, amount), amounts: { base, amount } }
  })
  const own = all.filter(({ amounts }) => amounts.amount !== 0n)
  return { entered: own.map((it) => it.entered), amounts: own.map((it) => it.amounts) }
}

function creditedParts(before: readonly AllowancePart[], after: readonly AllowancePart[]): AllowancePart[] {
  return after
    .map((part) => {
      const earlier = before.find(isUnder(part))
      return {
        ...part,
        base: lessened(earlier?.base, part.base),
        amount: lessened(earlier?.amount, part.amount),
      }
    })
    .filter(({ amount }) => amount !== 0n)
}

/** A percentage stays one; an amount is what falls in this part. */
function ofCredit<Entered extends Allowance>(allowance: Entered, comesTo: Cents): Entered {
  if (allowance.percentage !== null) return allowance
  return { ...allowance, amount: formatAmount(cents(comesTo < 0n ? -comesTo : comesTo)) }
}

/** Each part without VAT; over those of a rate they add up to its net amount exactly. */
function netsOf(
  entries: readonly Entry[],
  vatGroups: readonly VatGroup[],
  pricesIncludeVat: boolean,
): Cents[] {
  const nets = entries.map(({ amount }) => amount)
  if (!pricesIncludeVat) return nets
  for (const group of vatGroups) {
    const places = entries.flatMap((entry, place) => (isUnder(group)(entry) ? [place] : []))
    const own = places.map((place) => nets[place] ?? ZERO)
    const divided = netParts(own, group.rate, amountsFromGross(sumOf(own), group.rate).net)
    const beside = group.net - sumOf(divided)
    for (const [index, place] of places.entries())
      nets[place] = cents((divided[index] ?? 0n) + (index === 0 ? beside : 0n))
  }
  return nets
}

/** Quantities as whole ten-thousandths, the finest there are. */
export function tenThousandths(quantity: string): bigint {
  const decimal = parseDecimal(quantity, QUANTITY_DECIMALS)
  if (decimal === null) throw new RangeError(`Not a quantity: ${JSON.stringify(quantity)}.`)
  return decimal.units * powerOfTen(QUANTITY_DECIMALS - decimal.scale)
}

export function quantityOf(units: bigint): Quantity {
  return parseQuantity(formatDecimal({ units, scale: QUANTITY_DECIMALS }))
}
