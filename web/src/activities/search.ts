import { periodText, readPeriod } from '../format/period.ts'
import type { LogSearch, LogView } from '../routing/paths.ts'
import { type Raw, textOf, viewedSearch } from '../routing/search.ts'

const logViews: readonly LogView[] = ['mislukt', 'wacht', 'facturen', 'relaties', 'koppeling', 'importen']

/** The words, the view, the period and the customer of the activity log. */
export function logSearch(raw: Raw): LogSearch {
  const period = readPeriod(textOf(raw.periode))
  const customer = textOf(raw.klant)
  return {
    ...viewedSearch(raw, logViews),
    ...(period && { periode: periodText(period) }),
    ...(customer && { klant: customer }),
  }
}
