/**
 * Divides two whole numbers and rounds to the nearest whole number, a half away from zero:
 * 5 / 2 = 3 and -5 / 2 = -3. It is the only rounding in the domain, and symmetrical, so that a credit
 * note is the exact negative of its invoice.
 *
 * @throws RangeError when the denominator is zero.
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('Division by zero.')
  const positive = numerator < 0n === denominator < 0n
  const dividend = magnitude(numerator)
  const divisor = magnitude(denominator)
  const rounded = (2n * dividend + divisor) / (2n * divisor)
  return positive ? rounded : -rounded
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}
