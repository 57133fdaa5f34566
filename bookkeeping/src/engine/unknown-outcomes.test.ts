import { expect, test } from 'vitest'
import { decideAfterLookUp } from '../deliveries/decide-after-look-up.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { QUARANTINE_MS, SECOND_LOOK_AFTER_MS } from '../retries/absence.ts'
import { UnknownOutcomes } from './unknown-outcomes.ts'

const HOUR = 3_600_000
const delivery = { ...newDelivery, lastByteAt: 0, lookUps: 3 }
const chance = { fraction: () => 0.5, id: () => 'id' }

function lookUp(unknowns: UnknownOutcomes, now: number, monotonic: number, before = delivery) {
  const observed = unknowns.observed('booking', before, monotonic)
  const moment = { now, chance, activeSince: 0 }
  const decision = decideAfterLookUp(before, { kind: 'nothing' }, moment, observed)
  unknowns.learn('booking', decision, monotonic)
  return { ...before, ...decision.change, event: decision.event }
}

test('a time of day that jumps forward ends no quarantine: the next look comes when it is over', () => {
  const unknowns = new UnknownOutcomes()
  unknowns.observed('booking', delivery, 0)
  const after = lookUp(unknowns, HOUR + 40_000, 40_000)
  expect(after).toMatchObject({ event: 'still_unknown', absentSince: null })
  const left = (after.nextAt ?? 0) - (HOUR + 40_000)
  expect(left).toBeGreaterThan(QUARANTINE_MS - 45_000)
  expect(left).toBeLessThanOrEqual(QUARANTINE_MS - 40_000)
})

test('nor the minute between the two looks that find nothing', () => {
  const unknowns = new UnknownOutcomes()
  unknowns.observed('booking', delivery, 0)
  const first = lookUp(unknowns, QUARANTINE_MS, QUARANTINE_MS)
  expect(first).toMatchObject({ event: 'still_unknown', absentSince: QUARANTINE_MS })
  const absent = { ...delivery, absentSince: first.absentSince ?? null } as typeof delivery
  expect(lookUp(unknowns, QUARANTINE_MS + HOUR, QUARANTINE_MS + 2_000, absent).event).toBe('still_unknown')
  const at = QUARANTINE_MS + SECOND_LOOK_AFTER_MS
  expect(lookUp(unknowns, at + HOUR, at, absent).event).toBe('absent')
})

test('a process that did not see the time pass waits anew', () => {
  expect(lookUp(new UnknownOutcomes(), HOUR, 0)).toMatchObject({
    event: 'still_unknown',
    absentSince: null,
  })
})

test('another last byte is another unknown outcome', () => {
  const unknowns = new UnknownOutcomes()
  unknowns.observed('booking', delivery, 0)
  const again = { ...delivery, lastByteAt: HOUR }
  expect(unknowns.observed('booking', again, HOUR).unknownMs).toBe(0)
  expect(unknowns.observed('booking', again, HOUR + 5).unknownMs).toBe(5)
})
