/** How high a bar stands in its picture, in per cent; what is not above zero has none. */
export function heightOf(amount: string, highest: number): number {
  const value = Number(amount)
  // A sliver is seen, so that little is not taken for nothing.
  return value <= 0 || highest <= 0 ? 0 : Math.max(1.5, (value / highest) * 100)
}

/** The highest of some amounts; zero where none is above it. */
export function highestOf(amounts: readonly string[]): number {
  return Math.max(0, ...amounts.map(Number))
}
