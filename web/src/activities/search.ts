import { periodText, readPeriod } from '../format/period.ts'
import type { LogSearch, LogView } from '../routing/paths.ts'
import { type Raw, textOf, viewedSearch } from '../routing/search.ts'

const logViews: readonly LogView[] = [
  'mislukt',
  'wacht',
  'facturen',
  'relaties',
  'koppeling',
  'importen',
  'mails',
  'betalingen',
  'exporten',
  'instellingen',
  'hulp',
]

/** The words, the view, the period, the person, the invoice and the customer of the activity log. */
export function logSearch(raw: Raw): LogSearch {
  const period = readPeriod(textOf(raw.periode))
  const customer = textOf(raw.klant)
  const invoice = textOf(raw.factuur)
  const person = textOf(raw.door)
  return {
    ...viewedSearch(raw, logViews),
    ...(period && { periode: periodText(period) }),
    ...(customer && { klant: customer }),
    ...(invoice && { factuur: invoice }),
    ...(person && { door: person }),
  }
}
