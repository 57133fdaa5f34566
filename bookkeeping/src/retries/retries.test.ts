import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isAbsenceCertain,
  isAbsenceCredible,
  nextLookUp,
  QUARANTINE_MS,
  SECOND_LOOK_AFTER_MS,
  TOTAL_TIME_OUT_MS,
} from './absence.ts'
import {
  breakerAfterFailure,
  closedBreaker,
  FAILURES_TO_OPEN,
  isCallAllowed,
  isProbe,
  PROBE_EVERY_MS,
} from './breaker.ts'
import { HORIZON_MS, isHorizonPassed, LONGEST_WAIT_MS, retryWait, THROTTLE_WINDOW_MS } from './retry.ts'

const chanceOf = (fraction: number) => ({ fraction: () => fraction, id: () => '' })
const fractions = fc.double({ min: 0, max: 0.999_999, noNaN: true })

describe('waiting after a failure', () => {
  test('never longer than a quarter of an hour, and spread over the whole of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fractions, (failures, fraction) => {
        const wait = retryWait(failures, 'failure', chanceOf(fraction))
        return wait >= 0 && wait <= LONGEST_WAIT_MS
      }),
    )
    expect(retryWait(1, 'failure', chanceOf(0.5))).toBe(500)
    expect(retryWait(4, 'failure', chanceOf(0.5))).toBe(4_000)
    expect(retryWait(50, 'failure', chanceOf(0))).toBe(0)
  })

  test('leaves a busy service alone for half a window at least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fractions, (failures, fraction) => {
        const wait = retryWait(failures, 'throttled', chanceOf(fraction))
        return wait >= THROTTLE_WINDOW_MS / 2 && wait <= LONGEST_WAIT_MS
      }),
    )
  })

  test('ends after 72 hours', () => {
    expect(isHorizonPassed(null, { now: HORIZON_MS * 2, activeSince: 0 })).toBe(false)
    expect(isHorizonPassed(1, { now: HORIZON_MS, activeSince: 0 })).toBe(false)
    expect(isHorizonPassed(1, { now: HORIZON_MS + 1, activeSince: 0 })).toBe(true)
  })

  test('does not reckon the time before the connection became active', () => {
    expect(isHorizonPassed(1, { now: HORIZON_MS + 1, activeSince: 2 })).toBe(false)
    expect(isHorizonPassed(1, { now: HORIZON_MS + 2, activeSince: 2 })).toBe(true)
  })
})

describe('the quarantine', () => {
  test('is longer than our time-out, the longest work and the longest stale read together', () => {
    expect(QUARANTINE_MS).toBeGreaterThanOrEqual(TOTAL_TIME_OUT_MS + 2 * 120_000)
  })

  test('«not there» counts from its end on, and is certain a minute later', () => {
    expect(isAbsenceCredible(1_000, 999 + QUARANTINE_MS)).toBe(false)
    expect(isAbsenceCredible(1_000, 1_000 + QUARANTINE_MS)).toBe(true)
    expect(isAbsenceCertain(5_000, 4_999 + SECOND_LOOK_AFTER_MS)).toBe(false)
    expect(isAbsenceCertain(5_000, 5_000 + SECOND_LOOK_AFTER_MS)).toBe(true)
  })

  test('looks early, in between, and at its end, whenever it is asked', () => {
    const at = (lookUps: number, now: number) => nextLookUp({ lookUps, lastByteAt: 0, now })
    expect([at(0, 0), at(1, 5_000), at(2, 30_000), at(3, 120_000)]).toEqual([
      5_000,
      30_000,
      120_000,
      QUARANTINE_MS,
    ])
    fc.assert(
      fc.property(fc.nat(20), fc.nat(2 * QUARANTINE_MS), (lookUps, now) => {
        const next = at(lookUps, now)
        return next >= Math.min(now, QUARANTINE_MS) && next <= Math.max(now, QUARANTINE_MS)
      }),
    )
  })
})

test('the breaker opens after failures in a row and lets one call a minute through', () => {
  let breaker = closedBreaker
  for (let failures = 1; failures < FAILURES_TO_OPEN; failures += 1) {
    breaker = breakerAfterFailure(breaker, 0)
    expect(isCallAllowed(breaker, 0)).toBe(true)
  }
  breaker = breakerAfterFailure(breaker, 0)
  expect(isCallAllowed(breaker, PROBE_EVERY_MS - 1)).toBe(false)
  expect(isCallAllowed(breaker, PROBE_EVERY_MS)).toBe(true)
  expect(isProbe(breaker, PROBE_EVERY_MS)).toBe(true)
})
