import type { CauseCode } from '../causes/causes.ts'
import type { Instant } from '../ports/clock.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** A connection is tried once a day: often enough to hear of a changed password before the next invoice does. */
export function nextTestAt(now: Instant): Instant {
  return now + DAY_MS
}

/**
 * When a paused connection is tried again by itself: daily, and after the monthly limit of calls also when the
 * month turns, as the service counts anew then.
 */
export function nextTestWhilePaused(cause: CauseCode, now: Instant): Instant {
  const daily = nextTestAt(now)
  return cause === 'call_limit_reached' ? Math.min(daily, nextTurnOfMonth(now)) : daily
}

/** An hour into the first day of a month, by Dutch time or a little later: the month has surely turned. */
function nextTurnOfMonth(now: Instant): Instant {
  const date = new Date(now)
  const turnOf = (month: number): Instant => Date.UTC(date.getUTCFullYear(), month, 1, 1)
  const ofThisMonth = turnOf(date.getUTCMonth())
  return now < ofThisMonth ? ofThisMonth : turnOf(date.getUTCMonth() + 1)
}
