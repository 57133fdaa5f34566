import { type Cents, cents, parseAmount, ZERO } from '../money/cents.ts'
import { parseDecimal, powerOfTen } from '../money/decimal.ts'
import { divideHalfUp } from '../money/divide-half-up.ts'
import type { VatRate, VatTreatment } from '../vat/treatments.ts'

/** What is taken off (EN 16931: allowance, a discount) or put on (charge, a surcharge). */
export const allowanceKinds = ['allowance', 'charge'] as const
export type AllowanceKind = (typeof allowanceKinds)[number]

/** Fractions of a per cent as fine as prices are. */
export const PERCENTAGE_DECIMALS = 4

/** A discount or a charge as a person enters it: a percentage or an amount, never both. */
export type Allowance = {
  readonly kind: AllowanceKind
  /** Why, as it is printed; null for the word itself. */
  readonly reason: string | null
  /** In machine notation with at most four decimals: «10», «33.3333». */
  readonly percentage: string | null
  /** In euros, above zero, in the manner of the prices of the invoice: «25.00». */
  readonly amount: string | null
}

/**
 * One of the whole invoice. It is spread over the rates of the lines, in proportion, unless it names the one it
 * falls under.
 */
export type DocumentAllowance = Allowance & {
  readonly vatTreatment: VatTreatment | null
  readonly vatRate: VatRate | null
}

/** What one comes to, in the sign of what it is of. Both are in the manner of the prices of the invoice. */
export type AllowanceAmount = {
  /** What it is taken off or put on. */
  readonly base: Cents
  readonly amount: Cents
}

/** What the allowances of a line come to, each by itself of its quantity × price (EN 16931, BT-136 and BT-141). */
export function allowanceAmounts(base: Cents, allowances: readonly Allowance[]): AllowanceAmount[] {
  return allowances.map((allowance) => ({ base, amount: amountOf(allowance, base) }))
}

/** What remains of an amount: without its discounts, with its charges. */
export function withAllowances(
  base: Cents,
  allowances: readonly Allowance[],
  amounts: readonly AllowanceAmount[],
): Cents {
  let left = base
  for (const [index, { kind }] of allowances.entries())
    left = cents(left + signed(kind, amounts[index]?.amount ?? ZERO))
  return left
}

/** The amount before its discounts and charges, from what remains of it. */
export function withoutAllowances(
  left: Cents,
  allowances: readonly Allowance[],
  amounts: readonly AllowanceAmount[],
): Cents {
  return cents(2n * left - withAllowances(left, allowances, amounts))
}

/** With the sign with which it goes into a sum. */
export function signed(kind: AllowanceKind, amount: Cents): Cents {
  return kind === 'charge' ? amount : cents(-amount)
}

/** A percentage of the base, or the amount entered, in the sign of the base. */
export function amountOf({ percentage, amount }: Allowance, base: Cents): Cents {
  if (percentage !== null) return percentageOf(base, percentage)
  const entered = parseAmount(amount ?? '0')
  return base < 0n ? cents(-entered) : entered
}

/**
 * A percentage of an amount, rounded to cents, a half away from zero.
 *
 * @throws RangeError when it is no percentage with at most four decimals.
 */
export function percentageOf(base: Cents, percentage: string): Cents {
  const { numerator, denominator } = fractionOf(percentage)
  return cents(divideHalfUp(base * numerator, denominator))
}

/** A percentage as a fraction: «12.5» is 125 / 1000. */
export function fractionOf(percentage: string): { numerator: bigint; denominator: bigint } {
  const decimal = parseDecimal(percentage, PERCENTAGE_DECIMALS)
  if (decimal === null) throw new RangeError(`Not a percentage: ${JSON.stringify(percentage)}.`)
  return { numerator: decimal.units, denominator: 100n * powerOfTen(decimal.scale) }
}
