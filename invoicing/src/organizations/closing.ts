import { type PlainDate, parsePlainDate } from '../dates/plain-date.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** Days in which whoever closed an organization may open it again: a holiday and a while to be sorry. */
export const daysToOpenAgain = 30

/** Whole years after that of the invoice (Algemene wet inzake rijksbelastingen, article 52 (4)). */
const keptYears = 7
/** The same of sales under the one-stop-shop scheme (Council Regulation 282/2011, 63c). */
const keptYearsOfDistanceSales = 10

/** Until when one that was closed at this instant is opened again by its owner. */
export function openAgainUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + daysToOpenAgain * DAY_MS)
}

/** What was closed before this instant is opened by its owner no longer. */
export function closedTooLongAgo(now: Date): Date {
  return new Date(now.getTime() - daysToOpenAgain * DAY_MS)
}

/**
 * The last day on which the law wants invoices kept, of which these are the years of the last ones; null where there
 * are none.
 */
export function keptUntil(last: {
  readonly lastYear: number | null
  readonly lastYearOfDistanceSales: number | null
}): PlainDate | null {
  if (last.lastYear === null) return null
  const ofAll = last.lastYear + keptYears
  const ofDistanceSales = (last.lastYearOfDistanceSales ?? 0) + keptYearsOfDistanceSales
  return parsePlainDate(`${Math.max(ofAll, ofDistanceSales)}-12-31`)
}
