import type { Instant } from '../ports/clock.ts'

const DAY = 24 * 60 * 60 * 1_000

/**
 * A call that was answered well, of a booking that was read back since or a relation that stands in the books: a
 * bookkeeper asks about it at the next VAT return, at most a quarter and a month after.
 */
const ANSWERED_KEPT_MS = 125 * DAY
/**
 * A call that went wrong: at the closing of the year's books, at most a year and some months after, somebody may still
 * ask why an invoice was late. A call of a booking that is not verified stays for ever, whatever became of it: unknown
 * outcomes and look-ups are the proof that nothing was sent twice.
 */
const FAILED_KEPT_MS = 550 * DAY
/** Whole years after that of the entry, for the tax office (Algemene wet inzake rijksbelastingen, article 52 (4)). */
const ACTIVITIES_KEPT_YEARS = 7
/** Entries about invoices: sales under the one-stop-shop scheme are kept ten (Council Regulation 282/2011, 63c). */
const INVOICE_ACTIVITIES_KEPT_YEARS = 10

/** Rows looked at in one statement: at most some ten milliseconds, in which nobody waits for a row of it. */
export const RETENTION_BATCH = 200
/** Between two of them, so that everybody else has the disk most of the time. */
export const RETENTION_PAUSE_MS = 200
/** From the end of a pass to the next. */
export const RETENTION_EVERY_MS = DAY

/** Until when something must have happened to be no longer kept. */
export function retentionAt(now: Instant): Record<'answered' | 'failed' | 'others' | 'invoices', Date> {
  return {
    answered: new Date(now - ANSWERED_KEPT_MS),
    failed: new Date(now - FAILED_KEPT_MS),
    others: yearBefore(now, ACTIVITIES_KEPT_YEARS),
    invoices: yearBefore(now, INVOICE_ACTIVITIES_KEPT_YEARS),
  }
}

/** The beginning of the year so many years before this one, in UTC; the database refuses what Amsterdam still keeps. */
function yearBefore(now: Instant, years: number): Date {
  return new Date(Date.UTC(new Date(now).getUTCFullYear() - years, 0, 1))
}
