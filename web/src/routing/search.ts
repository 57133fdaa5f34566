import type { ListSearch } from './paths.ts'

/** What stands behind the question mark of an address. Anything unknown is left out, never an error. */
export type Raw = Record<string, unknown>

/** The words a list is searched for. */
export function listSearch(raw: Raw): ListSearch {
  const words = textOf(raw.zoek)
  return words ? { zoek: words } : {}
}

/** The words and the view of a list that has several. */
export function viewedSearch<View extends string>(raw: Raw, views: readonly View[]): ListSearch<View> {
  const view = views.find((known) => known === raw.toon)
  return { ...listSearch(raw), ...(view && { toon: view }) }
}

/** The column a list is sorted by, with a `-` before it where the largest stands first. */
export function orderOf<Column extends string>(
  raw: Raw,
  columns: readonly Column[],
): Column | `-${Column}` | undefined {
  const text = textOf(raw.volgorde)
  return columns.flatMap((column) => [column, `-${column}`] as const).find((known) => known === text)
}

/** An amount of an address as the API writes it, if it is one. */
export function amountTextOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined && /^-?\d{1,9}(\.\d{1,2})?$/.test(text) ? text : undefined
}

/** A text of an address, if it is one. */
export function textOf(value: unknown): string | undefined {
  // The router reads a bare number in an address as a number: `?zoek=2026` is a text to us.
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}
