import { randomUUID } from 'node:crypto'
import { type TestDatabase, testDatabase, testOrganization } from '@stella/database/testing'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { LinkedOrganization, testSeal } from '../testing/linked-organization.ts'
import { ScriptedBooks } from '../testing/scripted-books.ts'
import { shiftedClock } from '../testing/shifted-clock.ts'
import { systemClock } from './ports/clock.ts'
import { silentLog } from './ports/log.ts'
import { removeOld } from './start-retention.ts'

const day = 24 * 60 * 60 * 1_000

let db: TestDatabase
let organization: LinkedOrganization
beforeEach(async () => {
  db = await testDatabase()
  onTestFinished(() => db.close())
  organization = await LinkedOrganization.create(db, {
    clock: shiftedClock(),
    seal: testSeal(),
    openBooks: new ScriptedBooks().open,
  })
})

const asOwner = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await db.database('owner').pool.query<Row>(text, values)).rows

/** The state of a booking with one call so many days ago; gives the id of the call. */
async function callOf(state: string, daysAgo: number, outcome: string | null = 'ok'): Promise<string> {
  const booking = await organization.booking(await organization.invoice())
  await asOwner(
    `update bookings set state = $2, mutation_number = case when $2 in ('booked', 'verified') then 1 end where id = $1`,
    [booking.id, state],
  )
  return insertCall({ bookingId: booking.id, daysAgo, outcome })
}

async function insertCall(of: { bookingId: string | null; daysAgo: number; outcome: string | null }) {
  const at = new Date(Date.now() - of.daysAgo * day)
  const [row] = await asOwner<{ id: string }>(
    `insert into exchanges (organization_id, booking_id, operation, started_at, finished_at, outcome)
     values ($1, $2, 'AddMutatie', $3, $4, $5) returning id`,
    [organization.id, of.bookingId, at, of.outcome === null ? null : at, of.outcome],
  )
  return row?.id ?? ''
}

const removeAll = () => {
  const clock = { ...systemClock, sleep: async () => {} }
  return removeOld({ database: db.database('stella_worker'), clock, log: silentLog })
}
const callsLeft = async () => (await asOwner<{ id: string }>('select id from exchanges')).map(({ id }) => id)

describe('what was said', () => {
  test('goes after some months where it was answered and read back, after a year and a half where it failed', async () => {
    const gone = [await callOf('verified', 126), await callOf('verified', 551, 'fault')]
    gone.push(await insertCall({ bookingId: null, daysAgo: 126, outcome: 'ok' }))
    const kept = [await callOf('verified', 124), await callOf('verified', 549, 'fault')]
    expect(await removeAll()).toMatchObject({ exchanges: gone.length })
    expect((await callsLeft()).toSorted()).toEqual(kept.toSorted())
  })

  test.each(['planned', 'sending', 'unknown', 'booked', 'rejected', 'conflict'])(
    'stays for ever while the booking is %s: it is the proof that nothing is sent twice',
    async (state) => {
      const kept = await callOf(state, 5_000)
      expect(await removeAll()).toMatchObject({ exchanges: 0 })
      expect(await callsLeft()).toEqual([kept])
    },
  )

  test('stays for ever when no answer was written to it', async () => {
    const kept = await callOf('verified', 5_000, null)
    await removeAll()
    expect(await callsLeft()).toEqual([kept])
  })

  test('goes of all that there is, however many batches that takes, and of nothing held by another', async () => {
    await asOwner(
      `insert into exchanges (organization_id, operation, started_at, finished_at, outcome)
       select $1, 'GetMutaties', now() - interval '200 days', now(), 'ok' from generate_series(1, 1001)`,
      [organization.id],
    )
    const holder = await db.database('owner').pool.connect()
    await holder.query('begin; select id from exchanges limit 1 for update')
    expect(await removeAll()).toMatchObject({ exchanges: 1_000 })
    await holder.query('rollback')
    holder.release()
    expect(await removeAll()).toMatchObject({ exchanges: 1 })
  })

  test('is out of reach of whoever would take away more than the least that is kept', async () => {
    await callOf('verified', 29)
    const worker = db.database('stella_worker').pool
    const now = `now() + interval '1 day'`
    await worker.query(
      `select * from remove_old_exchanges('-infinity', '${randomUUID()}', ${now}, ${now}, 1000)`,
    )
    expect(await callsLeft()).toHaveLength(1)
    await expect(worker.query('delete from exchanges')).rejects.toThrow('permission denied')
    await expect(
      db
        .database('stella_app')
        .pool.query(`select * from remove_old_exchanges(now(), null, now(), now(), 1)`),
    ).rejects.toThrow('permission denied')
  })
})

describe('the log', () => {
  const entry = (subject: string, at: string) =>
    asOwner(
      `insert into activities (organization_id, at, kind, outcome, subject_type, subject_id, search_text)
       values ($1, $2, 'connection_activated', 'info', $3, gen_random_uuid(), '')`,
      [organization.id, at, subject],
    )

  test('is kept for seven whole years, of invoices ten', async () => {
    const year = new Date().getUTCFullYear()
    await asOwner('delete from activities')
    await entry('connection', `${year - 8}-12-31`)
    await entry('connection', `${year - 7}-01-02`)
    await entry('invoice', `${year - 8}-12-31`)
    await entry('invoice', `${year - 11}-12-31`)
    expect(await removeAll()).toMatchObject({ activities: 2 })
    const left = await asOwner<{ at: Date }>('select at from activities order by at')
    expect(left.map(({ at }) => at.getUTCFullYear())).toEqual([year - 8, year - 7])
  })

  test('of an organization loses nothing by another, and nobody takes an entry out of it by hand', async () => {
    await testOrganization(db)
    for (const role of ['stella_app', 'stella_worker'] as const)
      await expect(db.database(role).pool.query('delete from activities')).rejects.toThrow(
        'permission denied',
      )
  })
})
