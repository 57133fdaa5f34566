import type { Raw } from '../routing/search.ts'

/** What was just done: the connection made, its codes renewed, or other books linked. */
export function savedSearch(raw: Raw): { gelukt?: 'koppeling' | 'codes' | 'boeken' } {
  const { gelukt } = raw
  return gelukt === 'koppeling' || gelukt === 'codes' || gelukt === 'boeken' ? { gelukt } : {}
}
