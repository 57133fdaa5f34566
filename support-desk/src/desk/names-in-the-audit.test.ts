import { randomUUID } from 'node:crypto'
import { inOrganization, listSupportAudit } from '@stella/database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lookAtBooking } from '../bookings/look-at-booking.ts'
import { offerBookingAgain } from '../bookings/offer-booking-again.ts'
import { now, sessionTokenHash, TestDesk, user } from '../testing/test-desk.ts'

// What somebody tries who gets a statement of their own into a pool of the support desk: another's name in the audit.

let desk: TestDesk
let organization: string
let bookingId: string
beforeAll(async () => {
  desk = await TestDesk.open()
})
afterAll(() => desk.close())
beforeEach(async () => {
  ;({ organization, bookingId } = await desk.failingBooking())
})

const audit = () => inOrganization(desk.databases.app, organization, (tx) => listSupportAudit(tx))

test.each(['support', 'app'] as const)(
  'the pool «%s» writes, changes and removes no row of it',
  async (pool) => {
    await lookAtBooking(desk.databases, { bookingId, sessionTokenHash })
    const before = await audit()
    expect(before.items).toMatchObject([{ user, subject: { bookingId } }])
    const statements = [
      `insert into support_audit (organization_id, user_id, user_name, action, booking_id)
     values ('${organization}', '${randomUUID()}', 'Another', 'looked_at', '${bookingId}')`,
      `update support_audit set user_name = 'Another'`,
      'delete from support_audit',
      'truncate support_audit',
      'select token from accounts.session',
      `update accounts."user" set name = 'Another'`,
    ]
    for (const statement of statements) {
      const tried = desk.databases[pool].pool.query(statement)
      await expect(tried, statement).rejects.toMatchObject({ code: '42501' })
    }
    expect(await audit()).toEqual(before)
  },
)

const guests = {
  'nobody has': async () => 'hash of no token',
  'has ended': () => signIn({ lasts: '-1 second' }),
  'is of a person of no support desk': () => signIn({ role: 'user' }),
  'is of somebody shut out': async () => {
    const tokenHash = await signIn({})
    await desk.sql(
      `update accounts."user" set banned = true where id = (select user_id from accounts.session where token = $1)`,
      [tokenHash],
    )
    return tokenHash
  },
  'is that of another at work under this name': async () => {
    const tokenHash = await signIn({})
    await desk.sql('update accounts.session set impersonated_by = $1 where token = $2', [user.id, tokenHash])
    return tokenHash
  },
}

async function signIn(as: { role?: string; lasts?: string }): Promise<string> {
  const tokenHash = randomUUID()
  await desk.signIn({ id: randomUUID(), name: 'Guest' }, tokenHash, as)
  return tokenHash
}

test.each(Object.entries(guests))('a session that %s sees and offers nothing', async (_, arrive) => {
  const stranger = { bookingId, sessionTokenHash: await arrive() }
  const ended = { code: 'session_ended' }
  await expect(lookAtBooking(desk.databases, stranger)).rejects.toMatchObject(ended)
  await expect(offerBookingAgain(desk.databases, { ...stranger, now })).rejects.toMatchObject(ended)
  expect((await audit()).items).toEqual([])
})
