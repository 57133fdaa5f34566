/**
 * An exact decimal number: `units` divided by ten to the power `scale`.
 * 12.50 is { units: 1250n, scale: 2 }.
 */
export type Decimal = { readonly units: bigint; readonly scale: number }

/** Digits before the point that are read at all; longer input is refused before it becomes a bigint. */
const MAXIMUM_WHOLE_DIGITS = 30

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * Reads a decimal number in machine notation («-1234.5»): a point, no grouping, no exponent, no plus sign.
 * Returns null when the text is not one, or when it has more decimals than `maximumScale`
 * (zeros at the end do not count: 1.500 has one decimal).
 */
export function parseDecimal(text: string, maximumScale: number): Decimal | null {
  const match = decimalPattern.exec(text)
  if (match === null) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const significant = fraction.replace(/0+$/, '')
  if (whole.length > MAXIMUM_WHOLE_DIGITS || significant.length > maximumScale) return null
  const magnitude = BigInt(whole + significant)
  return { units: sign === '-' ? -magnitude : magnitude, scale: significant.length }
}

/** Writes a decimal in machine notation, with at least `minimumScale` decimals and no needless zeros after. */
export function formatDecimal({ units, scale }: Decimal, minimumScale = 0): string {
  const magnitude = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = magnitude.slice(0, magnitude.length - scale)
  const fraction = magnitude
    .slice(magnitude.length - scale)
    .replace(/0+$/, '')
    .padEnd(minimumScale, '0')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** The exact product. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, scale: left.scale + right.scale }
}

/** Ten to the power of a whole number that is not negative. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}
