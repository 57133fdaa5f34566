import { describe, expect, test } from 'vitest'
import { HORIZON_MS } from '../retries/retry.ts'
import { decideAfterFailedLookUp, decideAfterLookUp } from './decide-after-look-up.ts'
import { decideAfterMissed } from './decide-after-missed.ts'
import { decideAfterFailure, decideClaimExpired, type Moment } from './decide-after-sending.ts'
import { decideAfterUpdate } from './decide-after-update.ts'
import { decideForCredit, isCreditedIn } from './decide-for-credit.ts'
import { type Delivery, newDelivery } from './delivery.ts'

const HOUR = 60 * 60 * 1_000
const DAY = 24 * HOUR
const noAnswer = { kind: 'no_answer', throttled: false } as const
const busy = { kind: 'no_answer', throttled: true } as const
const refusedCodes = { kind: 'credentials', code: 'E001.1' } as const
/** The longest waits that jitter can draw. */
const chance = { fraction: () => 1, id: () => '' }
const at = (now: number, activeSince = 0): Moment => ({ now, chance, activeSince })
/** A process that was there all the time. */
const allOfIt = { unknownMs: Number.POSITIVE_INFINITY, absentMs: Number.POSITIVE_INFINITY }

describe('what the service stumbles over each time it gets it, while it answers look-ups', () => {
  const { calls, lookUps, endedAt, last } = sendForEver(decideAfterFailure)

  test('ends with a person after 72 hours, certainly not there', () => {
    expect(last.event).toBe('gave_up')
    expect(last.change.cause).toBe('tried_too_long')
    expect(endedAt).toBeGreaterThanOrEqual(HORIZON_MS)
    expect(endedAt).toBeLessThan(HORIZON_MS + HOUR)
  })

  test('asks the service less and less often: a fraction of the 5,000 look-ups of a month', () => {
    expect(calls).toBeLessThan(300)
    expect(lookUps).toBeLessThan(1_300)
  })
})

test('what ends the process each time it is sent, ends with a person too', () => {
  const expired = (delivery: Delivery, _: unknown, { now }: Moment) => decideClaimExpired(delivery, now)
  expect(sendForEver(expired).last.event).toBe('gave_up')
})

test('an update the service stumbles over is given up too', () => {
  let delivery = newDelivery
  let now = 1
  for (;;) {
    const decision = decideAfterUpdate(delivery, decideAfterFailure(delivery, noAnswer, at(now)), at(now))
    delivery = { ...delivery, ...decision.change }
    if (decision.event === 'gave_up') break
    now = delivery.nextAt ?? now
  }
  expect(now).toBeGreaterThanOrEqual(HORIZON_MS)
  expect(now).toBeLessThan(HORIZON_MS + HOUR)
})

test('a hiccup before a pause of four days and one after it are no 72 hours of trying', () => {
  const first = decideAfterFailure(newDelivery, noAnswer, at(1))
  const before = { ...newDelivery, ...first.change }
  const paused = decideAfterFailedLookUp(before, refusedCodes, at(2))
  expect(paused).toMatchObject({ event: 'still_unknown', pause: 'codes_refused' })
  const after = decideAfterFailedLookUp({ ...before, ...paused.change }, noAnswer, at(4 * DAY, 4 * DAY - 1))
  expect(after.event).toBe('still_unknown')
  const absent = { ...before, lastByteAt: 1, absentSince: 2 }
  const later = at(4 * DAY, 4 * DAY - 1)
  expect(decideAfterLookUp(absent, { kind: 'nothing' }, later, allOfIt).event).toBe('absent')
})

test('what an outage of four days kept from being looked up is sent once more, also by a process that started since', () => {
  const before = { ...newDelivery, attempts: 1, failingSince: 1, lastByteAt: 1, absentSince: 4 * DAY - HOUR }
  const since = { unknownMs: HOUR, absentMs: HOUR }
  for (const observed of [allOfIt, since]) {
    expect(decideAfterLookUp(before, { kind: 'nothing' }, at(4 * DAY), observed).event).toBe('absent')
  }
})

test('a service that says it is busy is left alone before it is asked what became of the call', () => {
  expect(decideAfterFailure(newDelivery, busy, at(0)).change.nextAt).toBe(60_000)
  expect(decideAfterFailure({ ...newDelivery, attempts: 3 }, busy, at(0)).change.nextAt).toBe(8 * 60_000)
})

/** Sends, looks up in vain and sends again, until it is not to be sent any more. */
function sendForEver(decideAfter: typeof decideAfterFailure) {
  let delivery = newDelivery
  let now = 1
  for (let calls = 1, lookUps = 0; ; calls += 1) {
    now += 1_000
    delivery = { ...delivery, ...decideAfter(delivery, noAnswer, at(now)).change }
    for (;;) {
      now = Math.max(now, delivery.nextAt ?? now)
      lookUps += 1
      const last = decideAfterLookUp(delivery, { kind: 'nothing' }, at(now), allOfIt)
      delivery = { ...delivery, ...last.change }
      if (last.event === 'gave_up') return { calls, lookUps, endedAt: now, last }
      if (last.event === 'absent') break
    }
    now = delivery.nextAt ?? now
  }
}

describe('a relation that is gone and wanted again', () => {
  const nothing = { kind: 'nothing' } as const
  const wanted: Delivery = { ...newDelivery, cause: 'being_looked_up' }
  const minute = 60_000

  test.each([
    ['at once after it was told', 7 * minute - 1],
    ['and of which nothing is known', null],
  ])('%s is looked for once more, a minute after the first look', (_, absentSince) => {
    const decision = decideAfterMissed({ ...wanted, absentSince }, nothing, 7 * minute)
    const from = absentSince ?? 7 * minute
    const change = { absentSince: from, nextAt: from + minute }
    expect(decision).toMatchObject({ event: 'still_unknown', change })
  })

  test('is added when two looks a minute apart did not see it', () => {
    const decision = decideAfterMissed({ ...wanted, absentSince: 6 * minute }, nothing, 7 * minute)
    expect(decision.event).toBe('absent')
  })
})

describe('a credit note', () => {
  test.each([
    ['booked', 'here', true],
    ['verified', 'here', true],
    ['booked', 'elsewhere', false],
    ['unknown', 'here', false],
    ['rejected', 'here', false],
    ['conflict', 'here', false],
  ] as const)('whose invoice is %s %s may be sent: %s', (state, booksId, isSent) => {
    expect(isCreditedIn('here', { state, booksId, nextAt: null })).toBe(isSent)
  })

  test.each([
    ['planned', 'here', 'postponed', 'credited_not_booked_yet'],
    ['unknown', 'elsewhere', 'postponed', 'credited_not_booked_yet'],
    ['rejected', 'here', 'refused', 'credited_not_booked'],
    ['conflict', 'elsewhere', 'refused', 'credited_not_booked'],
    ['verified', 'elsewhere', 'refused', 'credited_elsewhere'],
  ] as const)('whose invoice is %s %s is %s for %s', (state, booksId, event, cause) => {
    const decision = decideForCredit({ state, booksId, nextAt: 9 * HOUR }, HOUR)
    const nextAt = event === 'postponed' ? 9 * HOUR : null
    expect(decision).toMatchObject({ event, change: { cause, nextAt } })
  })
})
