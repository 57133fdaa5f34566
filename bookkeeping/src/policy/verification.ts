import type { Instant } from '../ports/clock.ts'

const MINUTE = 60_000

/**
 * A booked mutation is read back no sooner than this: longer than the service's reads may lag behind its writes
 * (2 min, see the quarantine), so that «not there» means something.
 */
export const VERIFY_AFTER_MS = 5 * MINUTE
/**
 * An administration is read at most once in this time. The service allows 5,000 reads a month: one every quarter
 * of an hour is 2,976 at the most, which leaves room for look-ups and for other links.
 */
export const VERIFY_EVERY_MS = 15 * MINUTE
/** One call reads at most this many numbers: the service answers with 500 at the most. */
export const VERIFY_BATCH = 500

/** When to read back what was booked just now. Each administration has a moment of its own in the quarter. */
export function verifyAt(bookedAt: Instant, organizationId: string): Instant {
  const offset = offsetOf(organizationId)
  const turns = Math.ceil((bookedAt + VERIFY_AFTER_MS - offset) / VERIFY_EVERY_MS)
  return turns * VERIFY_EVERY_MS + offset
}

/** After a read that failed. There is no hurry: it is booked. */
export function verifyAgainAt(now: Instant): Instant {
  return now + VERIFY_EVERY_MS
}

/** Always the same for an organization, and spread evenly over all. */
function offsetOf(organizationId: string): number {
  let mixed = 0
  for (const character of organizationId) mixed = (Math.imul(mixed, 31) + character.charCodeAt(0)) >>> 0
  return mixed % VERIFY_EVERY_MS
}
