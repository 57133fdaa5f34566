/** Words that stand once in the code, and everywhere else where the same words stand, in whatever order. */
export interface Agreement {
  readonly words: readonly string[]
  /** By place; each gives the words as they stand there. */
  readonly places: Readonly<Record<string, () => readonly string[]>>
  /** As `table.column`, where a check in the database allows these words and no others. */
  readonly columns?: readonly string[]
}
