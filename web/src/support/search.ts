import { type Raw, textOf } from '../routing/search.ts'

/** What somebody reads out. */
export function deskSearch(raw: Raw): { zoek?: string } {
  const sought = textOf(raw.zoek)
  return sought ? { zoek: sought } : {}
}

/** Which cases are shown; those that are open when left out. */
export function casesSearch(raw: Raw): { toon?: 'alle' } {
  return raw.toon === 'alle' ? { toon: 'alle' } : {}
}

/** What the support is asked about. */
export function askSearch(raw: Raw): { over?: string } {
  const about = textOf(raw.over)
  return about ? { over: about } : {}
}
