import { searchable } from '../lists/search.ts'

/** More of the text of its lines says nothing that finds an invoice. */
const LONGEST_LINES = 20_000

/** The text an invoice is searched in: its number, what it is about, its customer, and what stands in its lines. */
export function invoiceSearchText(
  invoice: { readonly description: string; readonly lines: readonly { readonly description: string }[] },
  ...names: readonly (string | null)[]
): string {
  const lines = searchable(...invoice.lines.map(({ description }) => description))
  return searchable(...names, invoice.description, lines.slice(0, LONGEST_LINES))
}
