import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, noon, SECOND, StoredLane } from '../../testing/stored-lane.ts'
import type { Lane } from '../ports/store.ts'
import { closedBreaker } from '../retries/breaker.ts'

let office: StoredLane
beforeEach(async () => {
  office = await StoredLane.open()
})
afterEach(() => office.close())

const later = noon + 16 * SECOND

/** A worker sleeps through its lease, and another takes the lane: first the one, then the other. */
async function takenOver(): Promise<readonly [Lane, Lane]> {
  const asleep = office.lane
  return [asleep, await office.claim(later)]
}

const leaseUntil = async () => {
  const { pool } = office.db.database('owner')
  const { rows } = await pool.query('select lease_until, leased_by from booking_lanes')
  return rows[0].leased_by === null ? null : rows[0].lease_until.getTime()
}

describe('a lane that another took after its lease ended', () => {
  test('has a higher token', async () => {
    const [asleep, awake] = await takenOver()
    expect(awake.token).toBeGreaterThan(asleep.token)
  })

  test('takes nothing from who slept, and everything from who took it', async () => {
    const id = await office.booking()
    const [asleep, awake] = await takenOver()
    const commit = (lane: Lane) =>
      office.store.commit(lane, {
        at: later,
        booksId: office.booksId,
        booking: { id, from: 'planned', event: 'claimed', change: { claim: lane.token } },
      })
    expect(await commit(asleep)).toBe('lane_lost')
    expect((await office.look(later)).booking).toMatchObject({ id, state: 'planned' })
    expect(await commit(awake)).toBe('done')
    expect((await office.look(later)).booking).toMatchObject({ id, state: 'sending' })
  })

  test('is not lengthened for who slept', async () => {
    const [asleep, awake] = await takenOver()
    expect(await office.store.renewLanes([asleep], later + HOUR)).toEqual(new Set())
    expect(await leaseUntil()).toBe(later + 15 * SECOND)
    const { organizationId } = awake
    expect(await office.store.renewLanes([asleep, awake], later + HOUR)).toEqual(new Set([organizationId]))
    expect(await leaseUntil()).toBe(later + HOUR)
  })

  test('is not given back by who slept', async () => {
    const [asleep, awake] = await takenOver()
    const closing = { now: later, notBefore: null, breaker: closedBreaker }
    await office.store.releaseLane(asleep, closing)
    expect(await leaseUntil()).toBe(later + 15 * SECOND)
    await office.store.releaseLane(awake, closing)
    expect(await leaseUntil()).toBeNull()
  })
})

test('a lane that was given back takes nothing from who gave it back, though nobody took it since', async () => {
  const id = await office.booking()
  await office.store.releaseLane(office.lane, { now: noon, notBefore: null, breaker: closedBreaker })
  const booking = { id, from: 'planned', event: 'claimed', change: {} } as const
  expect(await office.commit({ booking })).toBe('lane_lost')
  expect(await office.store.renewLanes([office.lane], later)).toEqual(new Set())
})

test.each([
  { failuresInRow: 3, openUntil: null },
  { failuresInRow: 7, openUntil: noon + 60 * SECOND },
  closedBreaker,
])('a lane that is given back keeps its breaker: %o', async (breaker) => {
  await office.booking()
  // It had another before, so that one that is simply left as it was is seen.
  const { store } = office
  await store.releaseLane(office.lane, {
    now: noon,
    notBefore: null,
    breaker: { failuresInRow: 1, openUntil: noon + SECOND },
  })
  await office.claim(noon)
  await store.releaseLane(office.lane, { now: noon, notBefore: breaker.openUntil, breaker })
  expect((await office.claim(breaker.openUntil ?? noon)).breaker).toEqual(breaker)
})
