/**
 * A report of tables, such as a comparison with the books, ready in words: what stands in it is said by whoever asks for
 * it, and this sets it on A4.
 */
export type Report = {
  readonly title: string
  readonly language: 'nl' | 'en'
  /** Whose it is. */
  readonly organization: string
  /** The day of it, which stands in the file as when it was made. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  /** Below the title, as in «Periode: 4e kwartaal 2026». */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** What comes of it, in one sentence; with the star where all is in order. */
  readonly verdict: string
  readonly isClean: boolean
  readonly sections: readonly ReportSection[]
  /** As in «Pagina {page} van {pages}». */
  readonly pageWords: string
}

export type ReportSection = {
  readonly title: string
  readonly lead: string | null
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[]
  /** As many cells each as there are columns. */
  readonly rows: readonly (readonly string[])[]
  /** The last row, below a line; null where nothing is added up. */
  readonly total: readonly string[] | null
}
