import type { Instant } from '../ports/clock.ts'

const MINUTE = 60_000

/**
 * A booked mutation is read back after this: later than the service's reads may lag behind its writes (2 min, see
 * the quarantine), so that «not there» means something, and late enough that many share one call.
 */
export const VERIFY_AFTER_MS = 5 * MINUTE
/** One call reads at most this many numbers: the service answers with 500 at the most. */
export const VERIFY_BATCH = 500

export function verifyAt(bookedAt: Instant): Instant {
  return bookedAt + VERIFY_AFTER_MS
}

/** After a read that failed. There is no hurry: it is booked. */
export function verifyAgainAt(now: Instant): Instant {
  return now + 15 * MINUTE
}
