import {
  endConsent,
  findCase,
  findCustomer,
  inOrganization,
  listAudit,
  listCaseLooks,
} from '@stella/database'
import { testOrganization } from '@stella/database/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lookAtBooking } from '../bookings/look-at-booking.ts'
import { sessionTokenHash, TestDesk, user } from '../testing/test-desk.ts'
import { answerCase, closeCaseForSupport, proposeChange, type TellCase } from './act-on-case.ts'
import { listSupportCases } from './list-cases.ts'
import { lookAtCase } from './look-at-case.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await TestDesk.open()
})
afterAll(() => desk.close())

let failing: Awaited<ReturnType<TestDesk['failingBooking']>>
let caseId: string
beforeEach(async () => {
  told.length = 0
  await desk.sql('update cases set consent_ended_at = now() where consent_ended_at is null')
  failing = await desk.failingBooking()
  await desk.say(
    failing.organization,
    { booking_id: failing.bookingId },
    { operation: 'AddMutatie', code: 'X' },
  )
  caseId = await desk.ask(failing.organization, { kind: 'invoice', id: failing.invoiceId })
})

const within = <Result>(work: Parameters<typeof inOrganization<Result>>[2]) =>
  inOrganization(desk.databases.app, failing.organization, work)
const look = () => lookAtCase(desk.databases, { caseId, sessionTokenHash })
const lookAtIt = () => lookAtBooking(desk.databases, { bookingId: failing.bookingId, sessionTokenHash })

/** What whoever asked is told by mail. */
const told: string[] = []
const tell: TellCase = async (_tx, { about }) => {
  told.push(about)
}

/** Everything of the invoice that the support can lay hands on. */
async function seen(): Promise<string> {
  const parts = [await look(), await lookAtIt(), await listSupportCases(desk.databases, {})]
  return JSON.stringify(parts, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

/** What stands in the customer's rows, in the exchanges and in the name of the business. */
const withheld = ['Café De Hoek', 'Bloemen Bos', '2026-0001', '12100', '<AddMutatie/>', 'Proefboeken']

describe('consent', () => {
  test('shows the support what help was asked with', async () => {
    const all = await seen()
    for (const word of withheld) expect(all).toContain(word)
    expect(await look()).toMatchObject({ organizationName: 'Bloemen Bos', changes: expect.any(Array) })
  })

  test.each([
    ['ended by whoever gave it', () => within((tx) => endConsent(tx, caseId))],
    [
      'that ran out',
      () =>
        desk.sql(
          `update cases set consent_until = now(), opened_at = now() - interval '1 day' where id = $1`,
          [caseId],
        ),
    ],
    [
      'that ended with the case',
      () => closeCaseForSupport(desk.databases, { caseId, sessionTokenHash, tell, outcome: 'mended' }),
    ],
  ])('%s shows nothing more, at once', async (_, end) => {
    await end()
    const all = await seen()
    for (const word of withheld) expect(all, word).not.toContain(word)
    expect(all).toContain('period_closed')
  })

  test('for one invoice shows no other of the same organization', async () => {
    const other = await desk.booking(failing.organization, 'rejected', 'period_closed')
    const detail = await lookAtBooking(desk.databases, { bookingId: other.bookingId, sessionTokenHash })
    expect(detail).toMatchObject({ invoice: null, exchanges: [], timeline: [], reference: null })
  })
})

describe('what the support does', () => {
  test('is in the audit of the owners, each look and act once, with who did it', async () => {
    await look()
    await look()
    await lookAtIt()
    await answerCase(desk.databases, { caseId, sessionTokenHash, tell, body: 'De periode is dicht.' })
    const { items } = await within((tx) => listAudit(tx))
    expect(items.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
      ['support_answered', { kind: 'support', name: user.name }, expect.stringMatching(/^#\d+$/)],
      ['support_looked_at', { kind: 'support', name: user.name }, expect.stringMatching(/^#\d+$/)],
      ['support_looked_at', { kind: 'support', name: user.name }, expect.stringMatching(/^#\d+$/)],
    ])
    const looks = await within(async (tx) => {
      const found = await findCase(tx, caseId)
      return found === undefined ? [] : listCaseLooks(tx, found)
    })
    expect(looks.map(({ action }) => action)).toEqual(['answered', 'looked_at', 'looked_at'])
  })

  test('stands at the question, and makes it the turn of whoever asked', async () => {
    await answerCase(desk.databases, { caseId, sessionTokenHash, tell, body: 'De periode is dicht.' })
    expect(await look()).toMatchObject({
      state: 'answered',
      messages: [
        { author: { kind: 'customer', name: 'Marloes' }, body: 'Waarom lukt dit niet?' },
        { author: { kind: 'support', name: user.name }, body: 'De periode is dicht.' },
      ],
    })
  })

  test('changes no customer: a proposal waits for whoever asked', async () => {
    const propose = (field: 'name' | 'postalCode', after: string) =>
      proposeChange(desk.databases, { caseId, sessionTokenHash, tell, field, after })
    expect(await propose('postalCode', 'geen postcode')).toMatchObject({ refused: [{ path: 'after' }] })
    expect(await propose('name', 'Café De Hoek')).toBe('same')
    expect(await propose('name', 'Café De Hoek B.V.')).toBe('done')
    const customer = await within((tx) => findCustomer(tx, failing.customerId))
    expect(customer?.name).toBe('Café De Hoek')
    expect((await look())?.proposals).toMatchObject([
      { field: 'name', before: 'Café De Hoek', after: 'Café De Hoek B.V.', state: 'open' },
    ])
    await within((tx) => endConsent(tx, caseId))
    expect(await propose('name', 'Café De Hoek N.V.')).toBe('no_consent')
    expect((await look())?.proposals).toEqual([])
  })

  test('is not done to a case that is closed, and leaves no entry then', async () => {
    const closing = { caseId, sessionTokenHash, tell, outcome: 'explained' } as const
    expect(await closeCaseForSupport(desk.databases, closing)).toBe('done')
    expect(await closeCaseForSupport(desk.databases, closing)).toBe('closed')
    expect(await answerCase(desk.databases, { ...closing, body: 'Nog iets' })).toBe('closed')
    const { items } = await within((tx) => listAudit(tx))
    expect(items.map(({ action }) => action)).toEqual(['support_closed'])
    expect(told).toEqual(['closed'])
  })

  test('is refused to whoever has no session of the support desk', async () => {
    const stranger = { caseId, tell, sessionTokenHash: 'of nobody', body: 'Hallo' }
    await expect(answerCase(desk.databases, stranger)).rejects.toMatchObject({ code: 'session_ended' })
    await expect(lookAtCase(desk.databases, stranger)).rejects.toMatchObject({ code: 'session_ended' })
  })
})

test('the same failure elsewhere is counted, and says of nobody who they are', async () => {
  const elsewhere = await desk.failingBooking()
  const found = await look()
  expect(found?.elsewhere.length).toBeGreaterThan(0)
  expect(found?.elsewhere.every(({ organizationName }) => organizationName !== 'Café De Hoek')).toBe(true)
  const { rows } = await desk.db
    .database('owner')
    .pool.query<{ number: bigint }>('select number from accounts.organization where id = $1', [
      elsewhere.organization,
    ])
  expect(found?.elsewhere).toContainEqual(
    expect.objectContaining({
      organizationNumber: Number(rows[0]?.number),
      organizationName: null,
      count: 1,
    }),
  )
})

test('a case of another organization is not to be found by it', async () => {
  const other = await testOrganization(desk.db)
  const found = await inOrganization(desk.databases.app, other, (tx) => findCase(tx, caseId))
  expect(found).toBeUndefined()
})
