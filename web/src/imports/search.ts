import type { ImportSearch, NewImportSearch } from '../routing/paths.ts'
import { listSearch, type Raw } from '../routing/search.ts'
import { fateNames } from './queries.ts'

/** Which rows of an import are shown. */
export function importSearch(raw: Raw): ImportSearch {
  const rijen = Object.values(fateNames).find((known) => known === raw.rijen)
  return { ...listSearch(raw), ...(rijen && { rijen }) }
}

/** What is to be brought in. */
export function newImportSearch(raw: Raw): NewImportSearch {
  return raw.soort === 'producten' || raw.soort === 'facturen' ? { soort: raw.soort } : {}
}
