/** A column that a list can be sorted by, and what its two ends are called, the smallest first. */
export type Order<Column extends string> = {
  readonly column: Column
  readonly name: string
  readonly ends: [string, string]
}
