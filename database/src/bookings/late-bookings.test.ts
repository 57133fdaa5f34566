import { afterEach, beforeEach, expect, test } from 'vitest'
import { manyBookings, type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { lateBookings } from './late-bookings.ts'

let db: TestDatabase
let organization: string
beforeEach(async () => {
  db = await testDatabase()
  organization = await testOrganization(db)
  await manyBookings(db, organization, { count: 3, verifyAt: new Date('2099-01-01') })
})

afterEach(() => db.close())

const late = () => inOrganization(db.database('stella_app'), organization, lateBookings)

/** So many of them wait, each a minute longer than the one after it. */
async function wait(count: number, minutes: number, also = ''): Promise<void> {
  await db.database('owner').pool.query(
    `update bookings b set state = 'planned', mutation_number = null, booked_at = null, verify_at = null, next_at = now(),
       changed_at = now() - make_interval(mins => $2) - make_interval(mins => n.place::integer) ${also}
     from (select id, row_number() over (order by ordinal desc) as place from bookings where organization_id = $1) n
     where n.id = b.id and n.place <= $3`,
    [organization, minutes, count],
  )
}

test('what is booked is not late', async () => {
  expect(await late()).toBeNull()
})

test('what waits for less than a quarter of an hour is not late yet, and after it is, the longest first', async () => {
  await wait(2, 10)
  expect(await late()).toBeNull()
  await wait(2, 15)
  expect(await late()).toMatchObject({ count: 2, first: { number: expect.any(String) } })
  const { since } = (await late())?.first ?? { since: new Date() }
  expect(Date.now() - since.getTime()).toBeGreaterThan(16 * 60_000)
})

test('what is tried again and again is late by when that began, not by the last try', async () => {
  await wait(1, 0, `, failing_since = now() - interval '1 hour'`)
  expect(await late()).toMatchObject({ count: 1 })
})

test('what waits for a connection that pauses is told as a pause', async () => {
  await wait(1, 60)
  await db
    .database('owner')
    .pool.query(
      `update connections set state = 'paused', paused_cause = 'codes_refused', paused_at = now() where organization_id = $1`,
      [organization],
    )
  expect(await late()).toBeNull()
})
