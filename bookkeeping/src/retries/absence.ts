import type { Instant } from '../ports/clock.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** A whole call may last this long, connecting and opening a session included; then we stop waiting for it. */
export const TOTAL_TIME_OUT_MS = 30 * SECOND

/**
 * The quarantine Q. A look-up that finds nothing is believed only when so much time has passed since the last
 * byte of the request can have left: our own time-out (30 s), plus the longest the service may still be working
 * on it (taken as 2 min; IIS ends a request at 110 s by default), plus the longest its reads may lag behind its
 * writes (taken as 2 min), rounded up.
 *
 * Shorter, and a request that was merely slow is booked after we sent it again: twice in the books, where we
 * can delete nothing. Longer costs nothing but waiting, and only for invoices whose outcome is unknown.
 * It is an assumption about the service that no protocol without an idempotency key can do without.
 */
export const QUARANTINE_MS = 5 * MINUTE

/** After the quarantine it is looked up twice, this far apart, before «not there» is believed. */
export const SECOND_LOOK_AFTER_MS = 60 * SECOND

/** Early looks, counted from the unknown outcome: what they find may be believed at once. */
const EARLY_LOOKS_MS = [5 * SECOND, 30 * SECOND, 2 * MINUTE] as const

/** When to look next, after looking `lookUps` times without finding anything, or not at all yet. */
export function nextLookUp(unknown: { lookUps: number; lastByteAt: Instant; now: Instant }): Instant {
  const early = EARLY_LOOKS_MS[unknown.lookUps]
  const believable = unknown.lastByteAt + QUARANTINE_MS
  if (early !== undefined) return Math.min(Math.max(unknown.lastByteAt + early, unknown.now), believable)
  return Math.max(believable, unknown.now)
}

/** Whether «not there», seen now, counts: the quarantine is over. */
export function isAbsenceCredible(lastByteAt: Instant, now: Instant): boolean {
  return now >= lastByteAt + QUARANTINE_MS
}

/** Whether «not there», first credible at `absentSince` and seen again now, is certain. */
export function isAbsenceCertain(absentSince: Instant, now: Instant): boolean {
  return now >= absentSince + SECOND_LOOK_AFTER_MS
}
