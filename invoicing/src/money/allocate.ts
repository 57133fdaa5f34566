import { type Cents, cents } from './cents.ts'

/**
 * Divides an amount over parts in proportion to their weights, without losing or gaining a cent
 * (largest remainder; between equal remainders the earlier part goes first).
 * Negating the amount negates every share exactly. Weights may be negative, as a discount is.
 *
 * @throws RangeError when the weights add up to zero, as then no proportion exists.
 */
export function allocate(total: Cents, weights: readonly bigint[]): Cents[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n)
  if (weightSum === 0n) throw new RangeError('The weights of an allocation add up to zero.')
  return roundToTotal(
    weights.map((weight) => total * weight),
    weightSum,
    total,
  )
}

/**
 * Rounds exact shares, given as `numerators` over one `denominator`, to whole cents that add up to `total`
 * (largest remainder, stable). The total must be the exact sum rounded up or down by less than one cent
 * for each share; then every share is within one cent of its exact value.
 *
 * @throws RangeError when the total lies further from the exact sum than that.
 */
export function roundToTotal(numerators: readonly bigint[], denominator: bigint, total: Cents): Cents[] {
  if (denominator === 0n) throw new RangeError('Division by zero.')
  // The first share that is not zero is made positive, so that the mirrored input gives the mirrored result.
  const first = numerators.find((numerator) => numerator !== 0n) ?? 0n
  const sign = first < 0n === denominator < 0n ? 1n : -1n
  const divisor = denominator < 0n ? -denominator : denominator
  const dividends = numerators.map((numerator) => sign * (denominator < 0n ? -numerator : numerator))
  return distribute(dividends, divisor, sign * total).map((share) => cents(sign * share))
}

function distribute(dividends: readonly bigint[], divisor: bigint, total: bigint): bigint[] {
  const shares = dividends.map((dividend) => floorDivide(dividend, divisor))
  const missing = total - shares.reduce((sum, share) => sum + share, 0n)
  if (missing < 0n || missing > BigInt(shares.length)) {
    throw new RangeError('The total is not the rounded sum of the shares.')
  }
  const byRemainder = dividends
    .map((dividend, index) => ({ index, remainder: dividend - floorDivide(dividend, divisor) * divisor }))
    .sort((left, right) => compare(right.remainder, left.remainder) || left.index - right.index)
  for (const { index } of byRemainder.slice(0, Number(missing))) {
    shares[index] = (shares[index] ?? 0n) + 1n
  }
  return shares
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return quotient * divisor > dividend ? quotient - 1n : quotient
}

function compare(left: bigint, right: bigint): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
