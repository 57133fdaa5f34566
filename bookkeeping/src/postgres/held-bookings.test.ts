import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noon, StoredLane } from '../../testing/stored-lane.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import type { Commit } from '../ports/store.ts'
import { retryRelation } from '../relations/retry-relation.ts'

let office: StoredLane
beforeEach(async () => {
  office = await StoredLane.open()
})
afterEach(() => office.close())

const bookings = () =>
  office.organization.within((tx) => tx.selectFrom('bookings').selectAll().orderBy('ordinal').execute())

/** The engine's own step for a booking whose relation was refused. */
const hold = (id: string) =>
  office.must({
    id,
    from: 'planned',
    event: 'refused',
    change: { ...newDelivery, cause: 'relation_not_accepted' },
  })

async function relationOf(bookingId: string): Promise<string> {
  const row = (await bookings()).find(({ id }) => id === bookingId)
  if (row === undefined) throw new Error('There is no such booking.')
  return row.relation_id
}

/** Has the relation sent, and what the service said of it written. */
async function answer(
  relationId: string,
  commit: Omit<Commit, 'at' | 'booksId' | 'relation'>,
): Promise<void> {
  const { token: claim } = office.lane
  const sending = { id: relationId, from: 'planned', event: 'claimed', change: { claim } } as const
  expect(await office.commit({ relation: sending })).toBe('done')
  const accepted = { id: relationId, from: 'sending', event: 'accepted', claim, change: newDelivery } as const
  expect(await office.commit({ ...commit, relation: accepted })).toBe('done')
}

describe('the bookings that a refused relation held back', () => {
  test('go on when the books have it, and no others do', async () => {
    const [held, refused] = [await office.booking(), await office.booking()]
    await hold(held)
    await office.must({
      id: refused,
      from: 'planned',
      event: 'refused',
      change: { ...newDelivery, cause: 'period_closed', causeCode: 'CMUT020' },
    })
    office.organization.customerId = await office.organization.addCustomer({ name: 'Bakkerij Elders' })
    const ofAnother = await office.booking()
    await hold(ofAnother)
    await answer(await relationOf(held), { freesBookings: true })
    expect(await bookings()).toMatchObject([
      { id: held, state: 'planned', cause: null, next_at: null },
      { id: refused, state: 'rejected', cause: 'period_closed', cause_code: 'CMUT020' },
      { id: ofAnother, state: 'rejected', cause: 'relation_not_accepted' },
    ])
    expect((await office.look()).booking?.id).toBe(held)
  })

  test('stay where they are when nothing frees them', async () => {
    const held = await office.booking()
    await hold(held)
    await answer(await relationOf(held), {})
    expect(await bookings()).toMatchObject([{ state: 'rejected', cause: 'relation_not_accepted' }])
  })

  test('go on all of them, however many, when a person offers the relation again', async () => {
    const held = await office.booking()
    await hold(held)
    await copyBooking(held, COPIES)
    const relationId = await relationOf(held)
    const refused = { ...newDelivery, cause: 'field_too_long' } as const
    const relation = { id: relationId, from: 'planned', event: 'refused', change: refused } as const
    expect(await office.commit({ relation })).toBe('done')
    const retry = { relationId, now: new Date(noon), by: 'organization' } as const
    expect(await office.organization.within((tx) => retryRelation(tx, retry))).toBe('offered')
    const { rows } = await office.db
      .database('owner')
      .pool.query('select state, count(*)::int from bookings group by state')
    expect(rows).toEqual([{ state: 'planned', count: COPIES + 1 }])
  })
})

/** More than anybody would read one by one. */
const COPIES = 10_100

/** Invoices and bookings that differ in their names alone; that each row it refers to exists is not checked. */
async function copyBooking(bookingId: string, times: number): Promise<void> {
  const { pool } = office.db.database('owner')
  // What is reckoned from other columns is not written.
  const { rows } = await pool.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = 'public' and table_name = 'invoices' and is_generated = 'NEVER'`,
  )
  const columns = rows[0]?.columns ?? ''
  await pool.query(
    `begin;
     set local session_replication_role = replica;
     with copies as materialized (
       select gen_random_uuid() as id, gen_random_uuid() as invoice_id, 'KOPIE-' || n as number, n
       from generate_series(1, ${times}) as n),
     invoices_added as (
       insert into invoices (${columns}) overriding system value
       select ${columns} from (
         select (jsonb_populate_record(i, jsonb_build_object('id', c.invoice_id, 'number', c.number,
           'ordinal', i.ordinal + c.n, 'series_place', i.series_place + c.n))).*
         from copies c, invoices i join bookings b on b.invoice_id = i.id
         where b.id = '${bookingId}') as rows)
     insert into bookings overriding system value
     select (jsonb_populate_record(b, jsonb_build_object('id', c.id, 'invoice_id', c.invoice_id,
       'invoice_number', c.number, 'reference', c.number, 'ordinal', b.ordinal + c.n))).*
     from copies c, bookings b
     where b.id = '${bookingId}';
     commit`,
  )
}
