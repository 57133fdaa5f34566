import { closeCase, inOrganization } from '@stella/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { now, TestDesk } from '../testing/test-desk.ts'
import { listAnswers, listCauses, lookUp } from './look-up.ts'

let desk: TestDesk
let failing: Awaited<ReturnType<TestDesk['failingBooking']>>
let other: Awaited<ReturnType<TestDesk['failingBooking']>>
beforeAll(async () => {
  desk = await TestDesk.open()
  failing = await desk.failingBooking()
  other = await desk.failingBooking()
})
afterAll(() => desk.close())

async function valueIn(query: string): Promise<string> {
  const { rows } = await desk.db
    .database('owner')
    .pool.query<{ value: string }>(query, [failing.organization])
  return rows[0]?.value ?? ''
}
const found = async (sought: string) =>
  (await lookUp(desk.databases, sought)).map(({ bookingId, organization, relationId }) => ({
    organization: organization.id,
    bookingId,
    relationId,
  }))
const booking = () => ({ organization: failing.organization, bookingId: failing.bookingId, relationId: null })

describe('what somebody reads out on the phone', () => {
  test.each([
    ['the number of an invoice', 'select invoice_number as value from bookings where organization_id = $1'],
    ['the mark of a booking', 'select reference as value from bookings where organization_id = $1'],
  ])('%s leads to its booking', async (_, query) => {
    expect(await found(` ${await valueIn(query)} `)).toContainEqual(booking())
  })

  test('the number of a mutation leads to what was booked under it, so that what was mended is found', async () => {
    const done = await desk.failingBooking()
    await desk.sql(
      `update bookings set state = 'booked', cause = null, mutation_number = 8123 where id = $1`,
      [done.bookingId],
    )
    const [hit] = await lookUp(desk.databases, '8123')
    expect(hit).toMatchObject({ bookingId: done.bookingId, state: 'booked', explanation: null })
  })

  test('the code of a relation leads to it, however it is written', async () => {
    const code = await valueIn('select code as value from relations where organization_id = $1')
    const relationId = await valueIn('select id as value from relations where organization_id = $1')
    const hit = { organization: failing.organization, bookingId: null, relationId }
    expect(await found(code.toLowerCase())).toContainEqual(hit)
  })

  test('the number of an administration, and the address of who works there, lead to it', async () => {
    const number = await valueIn('select number::text as value from accounts.organization where id = $1')
    await desk.sql(
      `with u as (insert into accounts."user" (name, email) values ('Jan', 'jan@zaak.test') returning id)
       insert into accounts.member (organization_id, user_id, role) select $1, u.id, 'owner' from u`,
      [failing.organization],
    )
    const whole = { organization: failing.organization, bookingId: null, relationId: null }
    expect(await found(number)).toEqual([whole])
    expect(await found('Jan@Zaak.test')).toEqual([whole])
  })

  test.each(['2026-000', '%', '_', 'jan@', "' or true --", '99999999999999999999'])(
    'a part of it, or «%s», leads nowhere',
    async (sought) => {
      expect(await found(sought)).toEqual([])
    },
  )

  test('the name of a customer leads somewhere with consent alone, and shows the name of the business then', async () => {
    expect(await found('café de')).toEqual([])
    const caseId = await desk.ask(other.organization, { kind: 'invoice', id: other.invoiceId })
    expect(await lookUp(desk.databases, 'café de')).toMatchObject([
      { bookingId: other.bookingId, organization: { name: 'Bloemen Bos' } },
    ])
    await inOrganization(desk.databases.app, other.organization, (tx) => closeCase(tx, caseId, 'mended'))
    expect(await found('café de')).toEqual([])
  })
})

test('what fails is counted by its cause, with how many organizations it is of', async () => {
  const causes = await listCauses(desk.databases)
  const closed = causes.find(({ explanation }) => explanation.code === 'period_closed')
  expect(closed).toMatchObject({ organizations: 2, bookings: 2, relations: 0, pauses: 0, since: now })
})

test('how e-Boekhouden.nl answers is counted by quarters, refusals apart from silence', async () => {
  await desk.say(
    failing.organization,
    { booking_id: failing.bookingId },
    { operation: 'AddMutatie', code: 'X' },
  )
  await desk.sql(
    `update exchanges set code = null, outcome = 'ok' where id = (select min(id::text)::uuid from exchanges)`,
  )
  await desk.say(
    failing.organization,
    { booking_id: failing.bookingId },
    { operation: 'AddMutatie', code: 'X' },
  )
  const later = new Date(now.getTime() + 3_600_000)
  expect(await listAnswers(desk.databases, later)).toEqual([
    { quarter: now, answered: 1, refused: 1, unanswered: 0, medianMs: 120 },
  ])
  expect(await listAnswers(desk.databases, new Date(now.getTime() + 25 * 3_600_000))).toEqual([])
})
