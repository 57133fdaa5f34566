import { type CauseCode, causes } from '../causes/causes.ts'
import type { Instant } from '../ports/clock.ts'

const HOUR_MS = 60 * 60 * 1_000
const DAY_MS = 24 * HOUR_MS

/** A connection is tried once a day: often enough to hear of a changed password before the next invoice does. */
export function nextTestAt(now: Instant): Instant {
  return now + DAY_MS
}

/**
 * When a paused connection is tried again by itself. Hourly where it is mended in the books and nobody tells Stella
 * of it: somebody waits. Daily where codes are refused, as guessing with refused codes may lock the user out; and
 * after the monthly limit of calls daily and when the month turns, as the service counts anew then: hourly on
 * that day, as its clock and ours need not agree.
 */
export function nextTestWhilePaused(cause: CauseCode, now: Instant): Instant {
  if (causes[cause].mend === 'connection') return now + HOUR_MS
  const daily = nextTestAt(now)
  return cause === 'call_limit_reached' ? Math.min(daily, nextAtTurnOfMonth(now)) : daily
}

/** From an hour into the first day of a month on, by Dutch time or a little later: the month has surely turned. */
function nextAtTurnOfMonth(now: Instant): Instant {
  const date = new Date(now)
  const turnOf = (month: number): Instant => Date.UTC(date.getUTCFullYear(), month, 1, 1)
  const ofThisMonth = turnOf(date.getUTCMonth())
  if (now < ofThisMonth) return ofThisMonth
  return now < ofThisMonth + DAY_MS ? now + HOUR_MS : turnOf(date.getUTCMonth() + 1)
}
