import type { CauseCode } from '../causes/causes.ts'
import type { Instant } from '../ports/clock.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** A connection is tried once a day: often enough to hear of a changed password before the next invoice does. */
export function nextTestAt(now: Instant): Instant {
  return now + DAY_MS
}

/**
 * When a paused connection is tried again by itself. The service's calls are counted per month, so after that
 * limit the first moment that can help is the first of the next month; anything else is tried daily.
 */
export function nextTestWhilePaused(cause: CauseCode, now: Instant): Instant {
  return cause === 'call_limit_reached' ? startOfNextMonth(now) : nextTestAt(now)
}

/** An hour into the first day of the next month, by Dutch time or a little later: the month has surely turned. */
function startOfNextMonth(now: Instant): Instant {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1, 1)
}
