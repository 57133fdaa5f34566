import { sql } from 'kysely'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { type ClaimedLane, claimLanes } from './claim-lanes.ts'
import { renewLanes } from './hold-lane.ts'
import { markLaneDue } from './mark-lane-due.ts'

const LEASE_MS = 15_000
const now = new Date()
const after = (ms: number) => new Date(now.getTime() + ms)

let db: TestDatabase
beforeEach(async () => {
  db = await testDatabase()
  onTestFinished(() => db.close())
  const organization = await testOrganization(db)
  await inOrganization(db.database('stella_app'), organization, (tx) => markLaneDue(tx, now))
})

/** Asks for a lane by a clock that shows `at`. */
async function claim(at: Date): Promise<ClaimedLane | undefined> {
  const lease = { now: at, leaseUntil: new Date(at.getTime() + LEASE_MS) }
  const lanes = await claimLanes(db.database('stella_worker').kysely, { worker: 'w', limit: 9, ...lease })
  return lanes[0]
}

/** The holder says nothing for so long by the database's clock, without anybody waiting for it. */
async function silentFor(seconds: number): Promise<void> {
  await sql`update booking_lanes set held_at = held_at - make_interval(secs => ${seconds})`.execute(
    db.database('owner').kysely,
  )
}

describe('a lane that a worker leased by a clock a year ahead', () => {
  let wrong: ClaimedLane | undefined
  beforeEach(async () => {
    wrong = await claim(after(365 * 24 * 3_600_000))
  })

  test('is that worker’s as long as it lives', async () => {
    expect(await claim(now)).toBeUndefined()
    await silentFor(70)
    expect(await claim(now)).toBeUndefined()
  })

  test('is free once it was not renewed for a lease and a minute, and says so', async () => {
    await silentFor(80)
    expect(await claim(now)).toMatchObject({ leaseWasVoid: true, leaseToken: (wrong?.leaseToken ?? 0n) + 1n })
    expect(await claim(now)).toBeUndefined()
  })

  test('stays that worker’s when it renews in between', async () => {
    await silentFor(70)
    if (wrong !== undefined)
      await renewLanes(db.database('stella_worker').kysely, [wrong], after(400 * 24 * 3_600_000))
    await silentFor(70)
    expect(await claim(now)).toBeUndefined()
  })
})

test('a lease that ended in time is no void one', async () => {
  await claim(now)
  expect(await claim(after(LEASE_MS - 1))).toBeUndefined()
  expect(await claim(after(LEASE_MS))).toMatchObject({ leaseWasVoid: false })
})
