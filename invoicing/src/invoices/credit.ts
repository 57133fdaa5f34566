import { type Cents, cents, negate, sumOf } from '../money/cents.ts'
import { formatDecimal, parseDecimal, powerOfTen } from '../money/decimal.ts'
import type { Problem, Validated } from '../problems/problem.ts'
import { lineAmount } from '../quantities/line-amount.ts'
import { parseQuantity, QUANTITY_DECIMALS, type Quantity, readQuantity } from '../quantities/quantity.ts'
import { computeTotals, type InvoiceTotals, type VatGroup } from '../vat/compute-totals.ts'
import { rateInHundredths } from '../vat/treatments.ts'
import { amountsFromGross, netParts } from '../vat/vat-of-group.ts'
import type { FinalInvoice, InvoiceLine } from './invoice.ts'

type Creditable = Pick<FinalInvoice, 'lines' | 'pricesIncludeVat' | 'totals'>

/** How much of one line is credited, by its place on the invoice; in the sign of the line itself. */
export type CreditedLine = { readonly position: number; readonly quantity: string }

/** A line of a credit note: the negative of the part of a line that it credits. */
export type CreditLine = InvoiceLine & { readonly creditsPosition: number }

export type CreditContent = { readonly lines: readonly CreditLine[]; readonly totals: InvoiceTotals }

/**
 * The part of an invoice that is credited, as lines and totals with the opposite sign; without lines all that is left.
 * Every part is what the invoice came to with all that is credited now, less what it came to before: so parts add up
 * to the exact negative of the invoice, in every rate, however they are cut.
 *
 * @param before what earlier credit notes took of each line, by its place
 */
export function creditContent(
  invoice: Creditable,
  before: ReadonlyMap<number, string>,
  wanted: readonly CreditedLine[] | null,
): Validated<CreditContent> {
  const taken = invoice.lines.map((_, position) => tenThousandths(before.get(position) ?? '0'))
  const problems: Problem[] = []
  const more = wanted === null ? leftOf(invoice, taken) : readWanted(problems, invoice, taken, wanted)
  if (problems.length > 0) return { ok: false, problems }
  if (more.every((quantity) => quantity === 0n))
    return { ok: false, problems: [{ path: 'lines', code: 'nothing_to_credit' }] }
  const together = taken.map((quantity, position) => quantity + (more[position] ?? 0n))
  const after = totalsWith(invoice, together)
  if (isBeyond(after.gross, invoice.totals.gross))
    return { ok: false, problems: [{ path: 'lines', code: 'credit_too_much' }] }
  const content = contentOf(invoice, { taken, more, after })
  return isBeyond(negate(content.totals.gross), invoice.totals.gross)
    ? { ok: false, problems: [{ path: 'lines', code: 'credit_too_much' }] }
    : { ok: true, value: content }
}

/** What is left of each line, in its own sign. */
export function leftToCredit(invoice: Creditable, before: ReadonlyMap<number, string>): Quantity[] {
  const taken = invoice.lines.map((_, position) => tenThousandths(before.get(position) ?? '0'))
  return leftOf(invoice, taken).map(quantityOf)
}

function leftOf({ lines }: Creditable, taken: readonly bigint[]): bigint[] {
  return lines.map(({ quantity }, position) => tenThousandths(quantity) - (taken[position] ?? 0n))
}

function readWanted(
  problems: Problem[],
  invoice: Creditable,
  taken: readonly bigint[],
  wanted: readonly CreditedLine[],
): bigint[] {
  const left = leftOf(invoice, taken)
  const more = left.map(() => 0n)
  for (const [index, { position, quantity: text }] of wanted.entries()) {
    const path = `lines.${index}.quantity`
    const quantity = readQuantity(text.trim())
    const rest = left[position]
    if (rest === undefined) problems.push({ path: `lines.${index}.position`, code: 'choice_unknown' })
    else if (quantity === null) problems.push({ path, code: 'quantity_invalid' })
    else {
      more[position] = (more[position] ?? 0n) + tenThousandths(quantity)
      if (isBeyond(more[position] ?? 0n, rest)) problems.push({ path, code: 'credit_too_much' })
    }
  }
  return more
}

/** Whether an amount lies outside what goes from nothing to the whole, either side of zero. */
function isBeyond(part: bigint, whole: bigint): boolean {
  return whole < 0n ? part > 0n || part < whole : part < 0n || part > whole
}

type Parts = { taken: readonly bigint[]; more: readonly bigint[]; after: InvoiceTotals }

function contentOf(invoice: Creditable, { taken, more, after }: Parts): CreditContent {
  const before = totalsWith(invoice, taken)
  const credited = invoice.lines
    .map((line, position) => ({ line, position, quantity: more[position] ?? 0n }))
    .filter(({ quantity }) => quantity !== 0n)
  const lines = credited.map(({ line, position, quantity }) => ({
    ...line,
    quantity: quantityOf(-quantity),
    creditsPosition: position,
  }))
  const amounts = credited.map(({ line, position, quantity }) => {
    const start = taken[position] ?? 0n
    return cents(
      lineAmount({ ...line, quantity: quantityOf(start) }) -
        lineAmount({ ...line, quantity: quantityOf(start + quantity) }),
    )
  })
  const vatGroups = after.vatGroups
    .map((group) => lessenedBy(before.vatGroups.find(isLike(group)), group))
    .filter((group) => lines.some(isIn(group)))
  return {
    lines,
    totals: {
      lines: withNets(lines, amounts, { ...invoice, vatGroups }),
      vatGroups,
      net: sumOf(vatGroups.map(({ net }) => net)),
      vat: sumOf(vatGroups.map(({ vat }) => vat)),
      gross: sumOf(vatGroups.map(({ gross }) => gross)),
    },
  }
}

/** What an invoice comes to with so much of each line; the whole is what it was saved with, whatever later code reckons. */
function totalsWith(invoice: Creditable, quantities: readonly bigint[]): InvoiceTotals {
  const isWhole = leftOf(invoice, quantities).every((left) => left === 0n)
  if (isWhole) return invoice.totals
  const lines = invoice.lines.map((line, position) => ({
    ...line,
    quantity: quantityOf(quantities[position] ?? 0n),
  }))
  return computeTotals(lines, invoice.pricesIncludeVat)
}

function lessenedBy(before: VatGroup | undefined, after: VatGroup): VatGroup {
  const less = (key: 'net' | 'vat' | 'gross') => cents((before?.[key] ?? 0n) - after[key])
  return { ...after, net: less('net'), vat: less('vat'), gross: less('gross') }
}

const isLike = (group: VatGroup) => (other: VatGroup) =>
  other.treatment === group.treatment && rateInHundredths(other.rate) === rateInHundredths(group.rate)

const isIn = (group: VatGroup) => (line: InvoiceLine) =>
  line.vatTreatment === group.treatment && rateInHundredths(line.vatRate) === rateInHundredths(group.rate)

/** Each line's part without VAT; over the lines of a rate they add up to its net amount exactly. */
function withNets(
  lines: readonly InvoiceLine[],
  amounts: readonly Cents[],
  { pricesIncludeVat, vatGroups }: { pricesIncludeVat: boolean; vatGroups: readonly VatGroup[] },
) {
  const totals = amounts.map((amount) => ({ amount, net: amount }))
  if (!pricesIncludeVat) return totals
  for (const group of vatGroups) {
    const places = lines.flatMap((line, place) => (isIn(group)(line) ? [place] : []))
    const own = places.map((place) => amounts[place] ?? cents(0n))
    const nets = netParts(own, group.rate, amountsFromGross(sumOf(own), group.rate).net)
    const beside = group.net - sumOf(nets)
    for (const [index, place] of places.entries()) {
      const total = totals[place]
      if (total !== undefined)
        totals[place] = { ...total, net: cents((nets[index] ?? 0n) + (index === 0 ? beside : 0n)) }
    }
  }
  return totals
}

/** Quantities as whole ten-thousandths, the finest there are. */
function tenThousandths(quantity: string): bigint {
  const decimal = parseDecimal(quantity, QUANTITY_DECIMALS)
  if (decimal === null) throw new RangeError(`Not a quantity: ${JSON.stringify(quantity)}.`)
  return decimal.units * powerOfTen(QUANTITY_DECIMALS - decimal.scale)
}

function quantityOf(units: bigint): Quantity {
  return parseQuantity(formatDecimal({ units, scale: QUANTITY_DECIMALS }))
}
