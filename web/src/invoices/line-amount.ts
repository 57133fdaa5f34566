import { isDecimal } from '../format/decimal.ts'

/**
 * Quantity times price in euros, exact, rounded half away from zero to cents. Shown beside a line while it is
 * typed; what counts is what the API computes.
 * @param quantity decimal string
 * @param unitPrice decimal string in euros
 */
export function lineAmount(quantity: string, unitPrice: string): string | undefined {
  if (!isDecimal(quantity) || !isDecimal(unitPrice)) return undefined
  const a = parts(quantity)
  const b = parts(unitPrice)
  return inCents(a.digits * b.digits, a.decimals + b.decimals)
}

function parts(decimal: string): { digits: bigint; decimals: number } {
  const [whole = '', fraction = ''] = decimal.split('.')
  return { digits: BigInt(whole + fraction), decimals: fraction.length }
}

function inCents(digits: bigint, decimals: number): string {
  const size = digits < 0n ? -digits : digits
  const cents =
    decimals <= 2 ? size * 10n ** BigInt(2 - decimals) : roundHalfUp(size, 10n ** BigInt(decimals - 2))
  const text = cents.toString().padStart(3, '0')
  const sign = digits < 0n && cents !== 0n ? '-' : ''
  return `${sign}${text.slice(0, -2)}.${text.slice(-2)}`
}

function roundHalfUp(size: bigint, divisor: bigint): bigint {
  return (size * 2n + divisor) / (divisor * 2n)
}
