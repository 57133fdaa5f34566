/** An amount of money in whole cents: an integer, exact up to 90,000,000,000,000.00. */
export type Cents = number

/** Amounts from here on are refused, so that no sum over the books leaves the exact integers. 10,000,000,000.00 */
export const amountLimit: Cents = 1_000_000_000_000

/** A plain decimal text times ten to the power of `decimals`, rounded half away from zero. */
export function scaled(text: string, decimals: number): bigint {
  const match = /^(-?)(\d*)\.?(\d*)$/.exec(text)
  if (!match) throw new RangeError(`not a decimal: ${text}`)
  const [, sign, whole = '', fraction = ''] = match
  const kept = BigInt(`${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}` || '0')
  const up = fraction.charAt(decimals) >= '5' ? 1n : 0n
  return sign === '-' ? -(kept + up) : kept + up
}

/** The cents of a plain decimal text, rounded half away from zero. */
export function toCents(text: string): Cents {
  return Number(scaled(text, 2))
}

/** Half away from zero. `divisor` is positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -rounded : rounded
}

/** '1210.00': for plain data. */
export function centsText(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** '1210', '50.8': as the service writes amounts. */
export function wireAmount(cents: Cents): string {
  return wireDecimal(centsText(cents))
}

/** A decimal text without zeros at its ends. */
export function wireDecimal(text: string): string {
  const plain = text.startsWith('.') ? `0${text}` : text.replace(/^-\./, '-0.')
  const short = plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain
  return short.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-0$/, '0')
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  // −0 would be written with a sign.
  return total === 0 ? 0 : total
}
