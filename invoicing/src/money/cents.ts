import { type Decimal, formatDecimal, parseDecimal, powerOfTen } from './decimal.ts'
import { divideHalfUp } from './divide-half-up.ts'

declare const centsBrand: unique symbol

/** An amount of money in whole euro cents. Never a binary floating-point number. */
export type Cents = bigint & { readonly [centsBrand]: true }

/**
 * The largest amount, either side of zero, that a price, a line or an invoice may have: € 9,999,999.99.
 * Smaller would refuse a real building contract; larger would let a slip of the keyboard into the books,
 * where nothing can be deleted.
 */
export const MAXIMUM_AMOUNT: Cents = cents(999_999_999n)

export const ZERO: Cents = cents(0n)

/** Marks a whole number of cents as such. */
export function cents(value: bigint): Cents {
  return value as Cents
}

/** Reads an amount with at most two decimals in machine notation («1234.56»), or gives null. */
export function readAmount(text: string): Cents | null {
  const decimal = parseDecimal(text, 2)
  return decimal === null ? null : roundToCents(decimal)
}

/**
 * Reads an amount that is known to be well formed, such as one from our own database.
 *
 * @throws RangeError when the text is not an amount with at most two decimals.
 */
export function parseAmount(text: string): Cents {
  const amount = readAmount(text)
  if (amount === null) throw new RangeError(`Not an amount: ${JSON.stringify(text)}.`)
  return amount
}

/** Writes an amount in machine notation with two decimals: «1234.56». */
export function formatAmount(amount: Cents): string {
  return formatDecimal({ units: amount, scale: 2 }, 2)
}

/** Rounds an exact number of euros to cents, a half away from zero. */
export function roundToCents({ units, scale }: Decimal): Cents {
  if (scale <= 2) return cents(units * powerOfTen(2 - scale))
  return cents(divideHalfUp(units, powerOfTen(scale - 2)))
}

export function sumOf(amounts: Iterable<Cents>): Cents {
  let total = 0n
  for (const amount of amounts) total += amount
  return cents(total)
}

export function negate(amount: Cents): Cents {
  return cents(-amount)
}

/** Whether an amount is within € 9,999,999.99 of zero. */
export function isWithinBounds(amount: Cents): boolean {
  return amount <= MAXIMUM_AMOUNT && amount >= -MAXIMUM_AMOUNT
}
