import type { Instant } from '../ports/clock.ts'

/**
 * Keeps calls back from something that does not work. Closed: calls go through. Open until an instant: none
 * does. After that instant one call is let through to see whether it works again.
 */
export type Breaker = { readonly failuresInRow: number; readonly openUntil: Instant | null }

/** So many failures in a row open it: fewer, and one hiccup would hold back work that could be done. */
export const FAILURES_TO_OPEN = 5
/** One attempt a minute is harmless to a service in trouble, and soon enough to notice that it is back. */
export const PROBE_EVERY_MS = 60_000

export const closedBreaker: Breaker = { failuresInRow: 0, openUntil: null }

export function breakerAfterSuccess(): Breaker {
  return closedBreaker
}

export function breakerAfterFailure(breaker: Breaker, now: Instant): Breaker {
  const failuresInRow = breaker.failuresInRow + 1
  return { failuresInRow, openUntil: failuresInRow >= FAILURES_TO_OPEN ? now + PROBE_EVERY_MS : null }
}

export function isCallAllowed(breaker: Breaker, now: Instant): boolean {
  return breaker.openUntil === null || now >= breaker.openUntil
}

/** Open, but due for the one call that tries. */
export function isProbe(breaker: Breaker, now: Instant): boolean {
  return breaker.openUntil !== null && now >= breaker.openUntil
}
