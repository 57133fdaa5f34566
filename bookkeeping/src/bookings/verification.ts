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
/** One call reads this many numbers: the service answers with 500 mutations at the most. */
const NUMBERS_READ = 500
/**
 * With the numbers of a batch those around them are read, where a double would stand: what the service or a
 * process did twice has a number soon after ours, what people booked before us one that is a little lower.
 */
const NUMBERS_BEFORE = 100
const NUMBERS_AFTER = 10
/** The bookings of a batch have numbers within a range of this length. */
export const VERIFY_BATCH = NUMBERS_READ - NUMBERS_BEFORE - NUMBERS_AFTER

/** When to read back what was booked just now. Each administration has a moment of its own in the quarter. */
export function verifyAt(bookedAt: Instant, organizationId: string): Instant {
  const offset = offsetOf(organizationId)
  const turns = Math.ceil((bookedAt + VERIFY_AFTER_MS - offset) / VERIFY_EVERY_MS)
  return turns * VERIFY_EVERY_MS + offset
}

/** Which numbers to read, both ends included, for bookings with these mutation numbers. */
export function numbersToRead(numbers: readonly number[]): { from: number; to: number } {
  const from = Math.max(1, Math.min(...numbers) - NUMBERS_BEFORE)
  return { from, to: from + NUMBERS_READ - 1 }
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
