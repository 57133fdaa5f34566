import type { Raw } from '../routing/search.ts'

/** What was just done: the connection made, or its codes renewed. */
export function savedSearch(raw: Raw): { gelukt?: 'koppeling' | 'codes' } {
  return raw.gelukt === 'koppeling' || raw.gelukt === 'codes' ? { gelukt: raw.gelukt } : {}
}
