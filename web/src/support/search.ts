import { type Raw, textOf } from '../routing/search.ts'

/** What the support is asked about. */
export function askSearch(raw: Raw): { over?: string } {
  const about = textOf(raw.over)
  return about ? { over: about } : {}
}
