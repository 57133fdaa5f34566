import type { Chance } from '../ports/chance.ts'
import type { Instant } from '../ports/clock.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The first wait is at most this; a shorter one would ask again before anything can have changed. */
const FIRST_WAIT_MS = 1 * SECOND
/** No wait is longer, so that everything flows again within a quarter of an hour after a long outage. */
export const LONGEST_WAIT_MS = 15 * MINUTE
/** After this a person is asked. It spans a weekend, and nothing is ever dropped. */
export const HORIZON_MS = 72 * HOUR
/** A service that says it is busy is left alone for at least half of this. */
export const THROTTLE_WINDOW_MS = 1 * MINUTE

export type Pace = 'failure' | 'throttled'

/**
 * How long to wait after the n-th failure in a row (1 = first). Full jitter spreads the callers over the whole
 * window; where the service itself asked for rest, equal jitter keeps half of it certain.
 */
export function retryWait(failures: number, pace: Pace, chance: Chance): number {
  const doublings = Math.min(Math.max(failures - 1, 0), 20)
  if (pace === 'throttled') {
    const window = Math.min(THROTTLE_WINDOW_MS * 2 ** doublings, LONGEST_WAIT_MS)
    return Math.round(window / 2 + (window / 2) * chance.fraction())
  }
  return Math.round(Math.min(FIRST_WAIT_MS * 2 ** doublings, LONGEST_WAIT_MS) * chance.fraction())
}

/**
 * Whether trying has lasted so long that a person must look. While the connection was paused or cut nothing was
 * tried, so that the time before it became active does not count.
 */
export function isHorizonPassed(
  failingSince: Instant | null,
  { now, activeSince }: { now: Instant; activeSince: Instant },
): boolean {
  return failingSince !== null && now - Math.max(failingSince, activeSince) >= HORIZON_MS
}
