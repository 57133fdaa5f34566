import { today } from '../format/days.ts'
import { type Period, periodAround, periodText, readPeriod } from '../format/period.ts'
import type { PeriodSearch } from '../routing/paths.ts'
import { type Raw, textOf } from '../routing/search.ts'

/** Which period is compared; this month unless the address says another. */
export function reconciliationSearch(raw: Raw): PeriodSearch {
  const period = readPeriod(textOf(raw.periode))
  return period ? { periode: periodText(period) } : {}
}

export function periodOf({ periode }: PeriodSearch): Period {
  return readPeriod(periode) ?? periodAround('month', today())
}
