/** An amount of the API, «-1234.56», in whole cents. */
export function centsOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''))
}

/** Whole cents as the API writes an amount. */
export function amountOf(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
