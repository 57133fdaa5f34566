import { instantInAmsterdam, monthOf, todayInAmsterdam } from '@stella/invoicing'
import { VERIFY_AFTER_MS } from '../bookings/verification.ts'
import type { Instant } from '../ports/clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * When open items are read, in UTC: after banks deliver yesterday's statements, after the morning's and after the
 * afternoon's work in the books. They change when somebody works there, and nobody waits for a minute of it.
 */
const PAYMENT_HOURS = [6.5, 11.5, 16.5] as const
/** Each administration has a moment of its own within this, so that they do not all ask at once. */
const SPREAD_MS = HOUR
/** Whoever links their books has just been read; the next time is no sooner than this. */
const NOT_SOONER_MS = HOUR

/** The next usual time to read open items. */
export function nextPaymentsAt(now: Instant, organizationId: string): Instant {
  const midnight = Math.floor(now / DAY) * DAY
  const offset = offsetOf(organizationId)
  const times = [0, 1].flatMap((day) =>
    PAYMENT_HOURS.map((hour) => midnight + day * DAY + hour * HOUR + offset),
  )
  return times.find((at) => at >= now + NOT_SOONER_MS) ?? now + DAY
}

/** In UTC: after the day's work in the books, so that who looks in the morning sees yesterday's. */
const RECONCILIATION_HOUR = 19

/** When this month is compared next by itself: once a day. */
export function nextReconciliationAt(now: Instant, organizationId: string): Instant {
  const at = Math.floor(now / DAY) * DAY + RECONCILIATION_HOUR * HOUR + offsetOf(organizationId)
  return at >= now + NOT_SOONER_MS ? at : at + DAY
}

/**
 * What one reading says against what was known, such as that an item is gone, is believed when a second one says it
 * too, no sooner than this: longer than the service's reads may lag behind its writes (2 min, see the quarantine).
 */
export const SECOND_READING_AFTER_MS = 150_000

/** An invoice is looked for among the open items no sooner after it was booked: reads may lag. */
export const PAYABLE_AFTER_MS = VERIFY_AFTER_MS

/** After a reading that failed. */
export function readAgainAt(now: Instant): Instant {
  return now + HOUR
}

/**
 * The service allows 5,000 calls of GetMutaties a month for an administration (manual 5.5), and other links may use
 * them too. From here on Stella reads only what booking needs: what is left is more than the look-ups and readings
 * back of the busiest month, 2,976 at one every quarter of an hour being possible in theory and some hundred usual.
 */
export const OPTIONAL_READS_A_MONTH = 3_500
export const READS_A_MONTH = 5_000

/** Whether something that can wait may still be read this month. */
export function mayReadMore(readsThisMonth: number): boolean {
  return readsThisMonth < OPTIONAL_READS_A_MONTH
}

/** The first instant of the month it is in Amsterdam, as the service counts. */
export function monthBegan(now: Instant): Instant {
  return instantInAmsterdam(monthOf(todayInAmsterdam(new Date(now))).from, 0).getTime()
}

/** Always the same for an organization, and spread evenly over all. */
function offsetOf(organizationId: string): number {
  let mixed = 7
  for (const character of organizationId) mixed = (Math.imul(mixed, 31) + character.charCodeAt(0)) >>> 0
  return mixed % SPREAD_MS
}
