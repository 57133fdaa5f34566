import { claimLanes, type Database } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import { LinkedOrganization, testSeal } from '../../testing/linked-organization.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import { systemChance } from '../ports/chance.ts'
import { systemClock } from '../ports/clock.ts'
import { silentLog } from '../ports/log.ts'
import { startWorker } from '../start-worker.ts'
import { LEASE_MS } from './claim.ts'
import {
  type HistoricalClock,
  type HistoricalWorker,
  historicalClock,
  startHistoricalWorker,
} from './historical-worker.ts'

const hour = 3_600_000
const startedAt = Date.parse('2026-01-05T08:00:00Z')

let db: TestDatabase
let sandbox: Sandbox
let workers: Database
let clock: HistoricalClock
let organization: LinkedOrganization
let historical: HistoricalWorker

beforeEach(async () => {
  db = await testDatabase()
  onTestFinished(() => db.close())
  sandbox = await startSandbox()
  onTestFinished(() => sandbox.close())
  const { username, code1, code2 } = sandbox.administration
  const codes = { username, securityCode1: code1, securityCode2: code2 }
  workers = db.database('stella_worker')
  clock = historicalClock(startedAt)
  const openBooks = eBoekhoudenAt(sandbox.soapUrl)
  const parts = { clock, seal: testSeal(), openBooks }
  organization = await LinkedOrganization.create(db, { ...parts, codes })
  // A worker of an ordinary program on the same database, by the real clock.
  const common = { ...parts, database: workers, chance: systemChance, log: silentLog }
  const beside = startWorker({ ...common, clock: systemClock, pollEveryMs: 5 })
  onTestFinished(() => beside.stop())
  // So often that time is moved on while a renewal is under way.
  const options = { ...common, organizationId: organization.id, renewEveryMs: 5 }
  historical = await startHistoricalWorker(options)
})

const claimableLanes = () => {
  const now = systemClock.now()
  const claim = { worker: 'another', now: new Date(now), leaseUntil: new Date(now + LEASE_MS), limit: 10 }
  return claimLanes(workers.kysely, claim)
}

const timesOf = async (invoiceId: string) => {
  const { state, booked_at, verified_at } = await organization.booking(invoiceId)
  return { state, bookedAt: booked_at?.getTime() ?? 0, verifiedAt: verified_at?.getTime() ?? 0 }
}

describe('working as if it were another time', () => {
  test('books and reads back at that time, and at that time only', async () => {
    onTestFinished(() => historical.stop())
    await historical.workUntil(startedAt + hour)
    const invoice = await organization.invoice()
    await historical.workUntil(startedAt + hour + 60_000)
    expect(await timesOf(invoice)).toMatchObject({ state: 'booked', verifiedAt: 0 })
    await historical.workUntil(startedAt + 2 * hour)
    const { state, bookedAt, verifiedAt } = await timesOf(invoice)
    expect(state).toBe('verified')
    expect(bookedAt).toBeGreaterThanOrEqual(startedAt + hour)
    expect(bookedAt).toBeLessThan(startedAt + hour + 60_000)
    expect(verifiedAt).toBeGreaterThan(startedAt + hour + 5 * 60_000)
    expect(verifiedAt).toBeLessThan(startedAt + 2 * hour)
    expect(sandbox.books().mutations).toHaveLength(1)
  })

  test('keeps the workers beside it off, and leaves the rest to them when it stops', async () => {
    sandbox.faults.add({ kind: 'answer_lost', moment: 'before', operation: 'AddMutatie', times: 1 })
    const invoice = await organization.invoice()
    await historical.workUntil(clock.now())
    expect(await organization.booking(invoice)).toMatchObject({ state: 'unknown' })
    // Due long ago by the clocks of others, who look for it every few milliseconds.
    expect(await claimableLanes()).toEqual([])
    await historical.stop()
    await eventually(
      () => organization.booking(invoice),
      (booking) => booking.look_ups > 0 || booking.state === 'booked',
    )
  })

  test('goes on as long as it takes, without anybody taking its lane', async () => {
    onTestFinished(() => historical.stop())
    sandbox.faults.add({ kind: 'http_error', status: 503, moment: 'before', operation: 'OpenSession' })
    const invoice = await organization.invoice()
    // A hundred tries, and between each two of them time is moved on.
    await historical.workUntil(startedAt + 24 * hour)
    expect(await organization.booking(invoice)).toMatchObject({ state: 'planned' })
  })
})

test('a historical clock runs on from where it stands, and is never set back', () => {
  const it = historicalClock(startedAt)
  expect(it.now() - startedAt).toBeLessThan(1_000)
  const before = { now: it.now(), monotonic: it.monotonic() }
  it.moveTo(startedAt + hour)
  expect(it.now()).toBeGreaterThanOrEqual(startedAt + hour)
  expect(it.monotonic() - before.monotonic).toBeCloseTo(it.now() - before.now, -2)
  it.moveTo(startedAt)
  expect(it.now()).toBeGreaterThanOrEqual(startedAt + hour)
})
