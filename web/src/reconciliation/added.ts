/** The sum of amounts, in whole cents, so that none is a cent off. */
export function added(amounts: readonly string[]): string {
  return (amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0) / 100).toFixed(2)
}
