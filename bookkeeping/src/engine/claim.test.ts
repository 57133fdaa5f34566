import { expect, test } from 'vitest'
import type { Clock } from '../ports/clock.ts'
import { closedBreaker } from '../retries/breaker.ts'
import { Claim, LEASE_MARGIN_MS, LEASE_MS } from './claim.ts'

const lane = { organizationId: 'organization', token: 1n, breaker: closedBreaker }
const VALID_FOR = LEASE_MS - LEASE_MARGIN_MS

test('a claim ends while the machine is suspended: the time of day goes on, the clock that runs forward does not', () => {
  const clock = settableClock()
  const claim = new Claim(lane, clock, { now: clock.now(), monotonic: clock.monotonic() })
  clock.dayTime += VALID_FOR - 1
  expect(claim.isValid()).toBe(true)
  clock.dayTime += 1
  expect(claim.signal.aborted).toBe(true)
  expect(claim.isValid()).toBe(false)
})

test('a claim ends although the time of day was set back', () => {
  const clock = settableClock()
  const claim = new Claim(lane, clock, { now: clock.now(), monotonic: clock.monotonic() })
  clock.dayTime -= 3_600_000
  clock.forward += VALID_FOR
  expect(claim.isValid()).toBe(false)
})

test('a claim ends while the machine is suspended although the time of day was set back meanwhile', () => {
  const clock = settableClock()
  const claim = new Claim(lane, clock, { now: clock.now(), monotonic: clock.monotonic() })
  clock.dayTime -= 600_000
  clock.forward += 10
  expect(claim.isValid()).toBe(false)
})

test('a claim that ended by either clock never begins again, and a renewed one lasts by both', () => {
  const clock = settableClock()
  const claim = new Claim(lane, clock, { now: clock.now(), monotonic: clock.monotonic() })
  clock.dayTime += 5_000
  clock.forward += 5_000
  claim.renewed({ now: clock.now(), monotonic: clock.monotonic() })
  clock.dayTime += VALID_FOR - 1
  clock.forward += VALID_FOR - 1
  expect(claim.isValid()).toBe(true)
  clock.dayTime += 1
  expect(claim.isValid()).toBe(false)
  clock.dayTime -= 3_600_000
  expect(claim.isValid()).toBe(false)
})

function settableClock(): Clock & { dayTime: number; forward: number } {
  return {
    dayTime: Date.UTC(2026, 10, 22),
    forward: 0,
    now() {
      return this.dayTime
    },
    monotonic() {
      return this.forward
    },
    sleep: () => new Promise(() => {}),
  }
}
