import type { Allowance, DocumentAllowance } from '../allowances/allowance.ts'
import { type Cents, cents, formatAmount, parseAmount, sumOf, ZERO } from '../money/cents.ts'
import { formatDecimal, parseDecimal, powerOfTen } from '../money/decimal.ts'
import { divideHalfUp } from '../money/divide-half-up.ts'
import { lineAmount } from '../quantities/line-amount.ts'
import { parseUnitPrice, UNIT_PRICE_DECIMALS, type UnitPrice } from '../quantities/unit-price.ts'
import { type AllowancePart, totalsOf } from '../vat/compute-totals.ts'
import { rateInHundredths, type VatRate } from '../vat/treatments.ts'
import type { InvoiceContent, InvoiceLine } from './invoice.ts'

/** What is meant with or without VAT. */
export type PricedContent = Pick<InvoiceContent, 'lines' | 'allowances' | 'pricesIncludeVat'>

export type ConvertedPrices = {
  readonly content: Required<PricedContent>
  /** What is to be paid, before and after; they differ only where no price of four decimals keeps it. */
  readonly before: Cents
  readonly after: Cents
}

/** How many other prices are tried to keep the total to the cent, so that the cost is bounded however long the invoice. */
const MOST_TRIES = 60

/**
 * The same invoice with its prices in the other manner: with VAT where they were without, or the other way round, with
 * as many decimals as they need. Where rounding moves the total, the price of one line moves along to keep it: two of
 * € 27.50 without VAT are € 66.55 together, and two of € 33.275 with VAT would be € 66.56.
 */
export function convertPrices(content: PricedContent): ConvertedPrices {
  const totals = totalsOf(content)
  const including = !content.pricesIncludeVat
  const lines = content.lines.map((line) => convertLine(line, including))
  const allowances = (content.allowances ?? []).map((allowance, index) =>
    convertAllowance(allowance, totals.allowances?.[index] ?? [], including),
  )
  const converted = keepTotal({ lines, allowances, pricesIncludeVat: including }, totals.gross)
  return { content: converted, before: totals.gross, after: totalsOf(converted).gross }
}

function convertLine(line: InvoiceLine, including: boolean): InvoiceLine {
  if (line.kind === 'text') return line
  const { allowances, unitPrice, vatRate } = line
  return {
    ...line,
    unitPrice: priceOf(converted(unitsOf(unitPrice), vatRate, including)),
    ...(allowances && {
      allowances: allowances.map((allowance) =>
        withAmount(allowance, (amount) => cents(converted(amount, vatRate, including))),
      ),
    }),
  }
}

/** An amount that is spread takes of each rate the VAT of that rate. */
function convertAllowance(
  allowance: DocumentAllowance,
  parts: readonly AllowancePart[],
  including: boolean,
): DocumentAllowance {
  const { vatRate } = allowance
  if (vatRate !== null) return withAmount(allowance, (amount) => cents(converted(amount, vatRate, including)))
  const spread = sumOf(parts.map(({ amount, rate }) => cents(converted(amount, rate, including))))
  return withAmount(allowance, () => cents(spread < 0n ? -spread : spread))
}

function withAmount<Entered extends Allowance>(
  allowance: Entered,
  convert: (amount: Cents) => Cents,
): Entered {
  return allowance.amount === null
    ? allowance
    : { ...allowance, amount: formatAmount(convert(parseAmount(allowance.amount))) }
}

function converted(amount: bigint, rate: VatRate, including: boolean): bigint {
  const without = 10_000n
  const withVat = without + rateInHundredths(rate)
  return including ? divideHalfUp(amount * withVat, without) : divideHalfUp(amount * without, withVat)
}

/** Moves the price of one line by what the total is beside, the largest line first. */
function keepTotal(content: Required<PricedContent>, total: Cents): Required<PricedContent> {
  const beside = total - totalsOf(content).gross
  if (beside === 0n) return content
  const amounts = content.lines.map((line) => (line.kind === 'text' ? ZERO : lineAmount(line)))
  const largestFirst = [...amounts.keys()]
    .filter((at) => amounts[at] !== 0n)
    .sort((one, other) => Number(size(amounts[other]) - size(amounts[one])))
  let tries = 0
  for (const at of largestFirst) {
    for (const more of [0n, -1n, 1n, -2n, 2n]) {
      tries += 1
      if (tries > MOST_TRIES) return content
      const moved = withAmountOfLine(content, at, cents((amounts[at] ?? ZERO) + beside + more))
      if (totalsOf(moved).gross === total) return moved
    }
  }
  return content
}

function withAmountOfLine(
  content: Required<PricedContent>,
  at: number,
  amount: Cents,
): Required<PricedContent> {
  const lines = content.lines.map((line, index) => {
    if (index !== at) return line
    const { units, scale } = parseDecimal(line.quantity, UNIT_PRICE_DECIMALS) ?? { units: 1n, scale: 0 }
    const price = divideHalfUp(amount * powerOfTen(scale) * powerOfTen(UNIT_PRICE_DECIMALS - 2), units)
    return { ...line, unitPrice: priceOf(price) }
  })
  return { ...content, lines }
}

function size(amount: bigint = 0n): bigint {
  return amount < 0n ? -amount : amount
}

function unitsOf(price: UnitPrice): bigint {
  const { units, scale } = parseDecimal(price, UNIT_PRICE_DECIMALS) ?? { units: 0n, scale: 0 }
  return units * powerOfTen(UNIT_PRICE_DECIMALS - scale)
}

function priceOf(units: bigint): UnitPrice {
  return parseUnitPrice(formatDecimal({ units, scale: UNIT_PRICE_DECIMALS }, 2))
}
