import { inOrganization } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { LinkedOrganization, testCodes, testSeal } from '../testing/linked-organization.ts'
import { ScriptedBooks } from '../testing/scripted-books.ts'
import { type ShiftedClock, shiftedClock } from '../testing/shifted-clock.ts'
import { retryBooking } from './bookings/retry-booking.ts'
import { VERIFY_AFTER_MS, VERIFY_EVERY_MS } from './bookings/verification.ts'
import type { Worker } from './engine/worker.ts'
import { systemChance } from './ports/chance.ts'
import { silentLog } from './ports/log.ts'
import { DRAFT_SETTLES_AFTER_MS } from './relations/plan-relation.ts'
import { QUARANTINE_MS } from './retries/absence.ts'
import { startWorker } from './start-worker.ts'

const noAnswer = { kind: 'no_answer', throttled: false } as const

let db: TestDatabase
const workers: Worker[] = []

// A worker takes the lanes of everybody, so each test has a database of its own.
beforeEach(async () => {
  db = await testDatabase()
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await db.close()
})

async function begin(options: { refusesDuplicates?: boolean } = {}) {
  const books = new ScriptedBooks(options)
  const clock = shiftedClock()
  const seal = testSeal()
  const organization = await LinkedOrganization.create(db, { clock, seal, openBooks: books.open })
  const start = () => {
    const worker = startWorker({
      database: db.database('stella_worker'),
      seal,
      openBooks: books.open,
      clock,
      chance: systemChance,
      log: silentLog,
      pollEveryMs: 50,
    })
    workers.push(worker)
    return worker
  }
  const state = (invoiceId: string) => async () => (await organization.booking(invoiceId)).state
  return { books, clock, organization, start, state, seal }
}

const is = (wanted: string) => (state: string) => state === wanted

/**
 * Lets time pass, between calls, until it is so: a quarantine begins when the worker first sees that an outcome is
 * unknown.
 */
function passing<T>(
  { clock, organization }: { clock: ShiftedClock; organization: LinkedOrganization },
  read: () => Promise<T>,
  isSo: (value: T) => boolean,
): Promise<T> {
  const readLater = async () => {
    const lane = await organization.within((tx) =>
      tx.selectFrom('booking_lanes').selectAll().executeTakeFirstOrThrow(),
    )
    if (lane.leased_by === null) clock.advance(10_000)
    return read()
  }
  return eventually(readLater, isSo)
}

describe('a final invoice', () => {
  test('becomes one mutation with its relation before it, is read back, and the log says so', async () => {
    const { books, clock, organization, start, state } = await begin()
    start()
    const invoice = await organization.invoice()
    await eventually(state(invoice), is('booked'))
    expect(books.administration.relations).toHaveLength(1)
    expect(books.administration.mutations).toMatchObject([
      {
        invoiceNumber: '2026-0001',
        account: '1300',
        date: '2026-11-22',
        lines: [{ account: '8000', vatCode: 'LAAG_VERK_9', net: 12_500n, vat: 1_125n, gross: 13_625n }],
      },
    ])
    clock.advance(VERIFY_AFTER_MS + VERIFY_EVERY_MS)
    await eventually(state(invoice), is('verified'))
    expect(await organization.activityKinds()).toEqual([
      'connection_activated',
      'relation_added',
      'invoice_booked',
      'invoice_verified',
    ])
    expect(books.calls.filter((call) => call === 'AddMutatie')).toHaveLength(1)
  })

  test('sends its relation with the first draft once that has settled, and nothing before', async () => {
    const { books, clock, organization, start } = await begin()
    start()
    expect(books.calls).toEqual(['GetGrootboekrekeningen', 'GetAdministraties', 'GetMutaties'])
    await organization.draft()
    await organization.draft()
    clock.advance(DRAFT_SETTLES_AFTER_MS)
    await eventually(
      async () => books.administration.relations.length,
      (count) => count === 1,
    )
    expect(books.calls).not.toContain('AddMutatie')
  })

  test.each([true, false])(
    'whose answer is lost is found, not sent again (refuses duplicates: %s)',
    async (refusesDuplicates) => {
      const { books, clock, organization, start, state } = await begin({ refusesDuplicates })
      books.next('AddMutatie', { after: noAnswer })
      start()
      const invoice = await organization.invoice()
      await eventually(state(invoice), is('unknown'))
      clock.advance(6_000)
      await eventually(state(invoice), is('booked'))
      expect(books.administration.mutations).toHaveLength(1)
      expect(await organization.activityKinds()).toContain('invoice_recognised')
    },
  )

  test('that never arrived is sent again only after the quarantine and two looks', async () => {
    const { books, clock, organization, start, state } = await begin({ refusesDuplicates: false })
    books.next('AddMutatie', { before: noAnswer })
    start()
    const invoice = await organization.invoice()
    await eventually(state(invoice), is('unknown'))
    clock.advance(QUARANTINE_MS - 10_000)
    await eventually(
      async () => (await organization.booking(invoice)).look_ups,
      (looks) => looks > 0,
    )
    expect((await organization.booking(invoice)).absent_since).toBeNull()
    await passing(
      { clock, organization },
      async () => (await organization.booking(invoice)).absent_since,
      (since) => since !== null,
    )
    expect(books.administration.mutations).toHaveLength(0)
    await passing({ clock, organization }, state(invoice), is('booked'))
    expect(books.administration.mutations).toHaveLength(1)
  })

  test('whose number was used by hand is a conflict, and goes on when that is taken away', async () => {
    const { books, clock, organization, start, state } = await begin()
    const invoice = await organization.invoice()
    const { mutation } = await organization.booking(invoice)
    const planned = JSON.parse(JSON.stringify(mutation))
    books.administration.addMutation({ ...planned, date: '2026-01-01', reference: '' }, clock.now(), 'hand')
    start()
    const booking = await eventually(
      () => organization.booking(invoice),
      (it) => it.state === 'conflict',
    )
    expect(booking.cause).toBe('number_in_use')
    expect(books.administration.mutations).toHaveLength(1)
    books.administration.mutations.length = 0
    const now = () => new Date(clock.now())
    await organization.within((tx) =>
      retryBooking(tx, { bookingId: booking.id, now: now(), by: 'organization' }),
    )
    await passing({ clock, organization }, state(invoice), is('booked'))
    expect(books.administration.mutations).toHaveLength(1)
  })

  test('that is refused needs a person, does not hold up the next, and goes on when offered again', async () => {
    const { books, clock, organization, start, state } = await begin()
    books.administration.refused.set('2026-0001', 'CMUT020')
    start()
    const first = await organization.invoice()
    const second = await organization.invoice()
    await eventually(state(second), is('booked'))
    const refused = await organization.booking(first)
    expect(refused).toMatchObject({ state: 'rejected', cause: 'period_closed', cause_code: 'CMUT020' })
    books.administration.refused.clear()
    await organization.within((tx) =>
      retryBooking(tx, { bookingId: refused.id, now: new Date(clock.now()), by: 'organization' }),
    )
    await eventually(state(first), is('booked'))
    expect(books.administration.mutations.map((it) => it.invoiceNumber)).toEqual(['2026-0002', '2026-0001'])
  })

  test('waits while the codes are refused, and goes when new ones are entered', async () => {
    const { books, organization, start, state } = await begin()
    books.next('OpenSession', { before: { kind: 'credentials', code: 'E001.1' } })
    start()
    const invoice = await organization.invoice()
    const connection = () =>
      organization.within((tx) => tx.selectFrom('connections').selectAll().executeTakeFirstOrThrow())
    await eventually(connection, (it) => it.state === 'paused')
    expect((await connection()).paused_cause).toBe('codes_refused')
    expect((await organization.booking(invoice)).state).toBe('planned')
    expect(books.calls).not.toContain('AddMutatie')
    await organization.link(books.open, testCodes)
    await eventually(state(invoice), is('booked'))
    expect(await organization.activityKinds()).toEqual([
      'connection_activated',
      'connection_paused',
      'connection_codes_replaced',
      'relation_added',
      'invoice_booked',
    ])
  })

  test('in flight when its worker dies is looked up by the next one, not sent again', async () => {
    const { books, clock, organization, start, state } = await begin({ refusesDuplicates: false })
    const invoice = await organization.invoice()
    const { id } = await organization.booking(invoice)
    // As a worker leaves it that was killed after its last byte: relation there, booking under way, lane held.
    const dead = Promise.withResolvers<void>()
    books.next('AddMutatie', { hold: dead.promise })
    start()
    await eventually(state(invoice), is('sending'))
    const mutation = JSON.parse(JSON.stringify((await organization.booking(invoice)).mutation))
    books.administration.addMutation(mutation, clock.now())
    clock.advance(16_000)
    start()
    await eventually(state(invoice), is('unknown'))
    clock.advance(6_000)
    await eventually(state(invoice), is('booked'))
    expect(books.administration.mutations).toHaveLength(1)
    // It comes back from the dead with an answer, and writes nothing: the claim is no longer its own.
    books.administration.refused.set('2026-0001', 'CMUT020')
    dead.resolve()
    await eventually(
      async () => books.underWay,
      (calls) => calls === 0,
    )
    expect((await organization.booking(invoice)).state).toBe('booked')
    const exchanges = await inOrganization(db.database('stella_worker'), organization.id, (tx) =>
      tx
        .selectFrom('exchanges')
        .selectAll()
        .where('booking_id', '=', id)
        .where('operation', '!=', 'OpenSession')
        .orderBy('started_at')
        .execute(),
    )
    expect(exchanges.map((it) => [it.operation, it.outcome])).toEqual([
      ['AddMutatie', null],
      ['GetMutaties', 'ok'],
    ])
  })
})

describe('lanes', () => {
  test('two workers share the work, one call at a time for each administration, in order of number', async () => {
    const { books, organization, start, state } = await begin()
    start()
    start()
    const invoices: string[] = []
    for (let index = 0; index < 20; index += 1) invoices.push(await organization.invoice())
    for (const invoice of invoices) await eventually(state(invoice), is('booked'))
    expect(books.mostUnderWay).toBe(1)
    const numbers = books.administration.mutations.map((it) => it.invoiceNumber)
    expect(numbers).toEqual(numbers.toSorted())
    expect(numbers).toHaveLength(20)
  })

  test('work is picked up when it is notified, long before the poll', async () => {
    const { organization, seal, books, clock, state } = await begin()
    const worker = startWorker({
      database: db.database('stella_worker'),
      seal,
      openBooks: books.open,
      clock,
      chance: systemChance,
      log: silentLog,
      pollEveryMs: 60_000,
    })
    workers.push(worker)
    const invoice = await organization.invoice()
    worker.wake()
    await eventually(state(invoice), is('booked'))
  })

  test('a worker reads no other organization within one, and the web reads no codes', async () => {
    const { organization } = await begin()
    await organization.invoice()
    const other = await begin()
    const worker = db.database('stella_worker')
    const rows = await inOrganization(worker, other.organization.id, (tx) =>
      tx.selectFrom('bookings').selectAll().execute(),
    )
    expect(rows).toEqual([])
    await expect(
      organization.within((tx) => tx.selectFrom('connection_secrets').select('sealed_codes').execute()),
    ).rejects.toThrow(/permission denied/)
  })
})
