import { type Database, openDatabase } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LinkedOrganization, testSeal } from '../../testing/linked-organization.ts'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { disconnect } from '../connections/disconnect.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { systemClock } from '../ports/clock.ts'
import type { Commit, Lane, Store } from '../ports/store.ts'
import { postgresStore } from './postgres-store.ts'

let db: TestDatabase
let worker: Database
let organization: LinkedOrganization
let store: Store
let lane: Lane
let booksId: string

beforeEach(async () => {
  db = await testDatabase()
  const clock = systemClock
  const openBooks = new ScriptedBooks({}).open
  organization = await LinkedOrganization.create(db, { clock, seal: testSeal(), openBooks })
  booksId = (await organization.connection()).books_id
  // By one connection everything is done in its order: what is looked at ahead is seen before the outcome is written,
  // as it is where a call of the service lies between the two.
  worker = openDatabase({ url: db.urlOf('stella_worker'), role: 'stella_worker', maxConnections: 1 })
  store = postgresStore(worker)
})
afterEach(async () => {
  await worker.close()
  await db.close()
})

/** Invoices whose customer stands in the books, and the lane taken to send them. */
async function waiting(invoices: number): Promise<string[]> {
  const ids: string[] = []
  for (let count = 0; count < invoices; count += 1) ids.push(await organization.invoice())
  await organization.within((tx) => tx.updateTable('relations').set({ state: 'present' }).execute())
  const now = systemClock.now()
  const lanes = await store.claimLanes({ worker: 'test', now, leaseUntil: now + 60_000, limit: 1 })
  const [taken] = lanes
  if (taken === undefined) throw new Error('the lane is not due')
  lane = taken
  const bookings = await Promise.all(ids.map((id) => organization.booking(id)))
  return bookings.map(({ id }) => id)
}

const claimed = (id: string): Commit => ({
  at: systemClock.now(),
  booksId,
  booking: { id, from: 'planned', event: 'claimed', change: { claim: lane.token } },
  intent: { exchangeId: crypto.randomUUID(), operation: 'AddMutatie', startedAt: systemClock.now() },
  about: { bookingId: id },
})

const accepted = (id: string, mutationNumber: number): Commit => ({
  at: systemClock.now(),
  booksId,
  booking: { id, from: 'sending', event: 'accepted', claim: lane.token, change: newDelivery, mutationNumber },
})

const setAside = (id: string) =>
  organization.within((tx) =>
    tx.updateTable('bookings').set({ state: 'rejected' }).where('id', '=', id).execute(),
  )

const look = () => store.look(lane, systemClock.now())

describe('what comes after a booking that is being sent', () => {
  test('is known when it is accepted, without asking again, and once', async () => {
    const [first = '', second = ''] = await waiting(2)
    await store.commit(lane, claimed(first))
    await store.commit(lane, accepted(first, 1))
    // Whoever asks again sees this; what was seen ahead is from before it.
    await setAside(second)
    expect((await look())?.booking).toMatchObject({ id: second, state: 'planned' })
    expect((await look())?.booking).toBeNull()
    expect(await store.commit(lane, claimed(second))).toBe('superseded')
  })

  test('is looked at anew when there was nothing yet', async () => {
    const [first = ''] = await waiting(1)
    await store.commit(lane, claimed(first))
    const second = await organization.invoice()
    await store.commit(lane, accepted(first, 1))
    expect((await look())?.booking?.id).toBe((await organization.booking(second)).id)
  })

  test('is looked at anew when the booking was not accepted', async () => {
    const [first = ''] = await waiting(2)
    await store.commit(lane, claimed(first))
    const change = { ...newDelivery, lastByteAt: 1, nextAt: 1, cause: 'no_answer' } as const
    const step = { id: first, from: 'sending', event: 'lost', claim: lane.token, change } as const
    await store.commit(lane, { at: systemClock.now(), booksId, booking: step })
    expect((await look())?.booking).toMatchObject({ id: first, state: 'unknown' })
  })

  test('waits when the organization ended its link meanwhile', async () => {
    const [first = ''] = await waiting(2)
    await store.commit(lane, claimed(first))
    await organization.within((tx) => disconnect(tx, { now: new Date() }))
    await store.commit(lane, accepted(first, 1))
    expect(await look()).toBeNull()
  })

  test('has the connection as it is by then', async () => {
    const [first = ''] = await waiting(2)
    await store.commit(lane, claimed(first))
    await organization.within((tx) =>
      tx
        .updateTable('connections')
        .set({ test_requested_at: new Date(1), codes_version: 7 })
        .execute(),
    )
    await store.commit(lane, accepted(first, 1))
    expect((await look())?.connection).toMatchObject({ testRequestedAt: 1, codesVersion: 7 })
  })

  test('is nothing to a later holder of the lane', async () => {
    const [first = '', second = ''] = await waiting(2)
    await store.commit(lane, claimed(first))
    await store.commit(lane, accepted(first, 1))
    await setAside(second)
    lane = { ...lane, token: lane.token + 1n }
    expect((await look())?.booking).toBeNull()
  })
})
