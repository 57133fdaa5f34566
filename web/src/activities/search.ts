import type { ListSearch, LogView } from '../routing/paths.ts'
import { type Raw, viewedSearch } from '../routing/search.ts'

const logViews: readonly LogView[] = ['mislukt', 'facturen', 'relaties']

/** The words and the view of the activity log. */
export function logSearch(raw: Raw): ListSearch<LogView> {
  return viewedSearch(raw, logViews)
}
