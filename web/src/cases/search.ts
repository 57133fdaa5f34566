import type { CaseSearch } from '../routing/paths.ts'
import { type Raw, textOf } from '../routing/search.ts'

/** What help is asked with; with nothing it is the connection. */
export function caseSearch(raw: Raw): CaseSearch {
  const [factuur, klant] = [textOf(raw.factuur), textOf(raw.klant)]
  if (factuur) return { factuur }
  return klant ? { klant } : {}
}
