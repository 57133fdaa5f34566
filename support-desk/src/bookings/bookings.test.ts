import { randomUUID } from 'node:crypto'
import { findBooking, inOrganization, listActivities, listSupportAudit } from '@stella/database'
import { testOrganization } from '@stella/database/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allPages, now, sessionTokenHash, TestDesk, user } from '../testing/test-desk.ts'
import { listFailingBookings } from './list-failing-bookings.ts'
import { lookAtBooking } from './look-at-booking.ts'
import { offerBookingAgain } from './offer-booking-again.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await TestDesk.open()
})
afterAll(() => desk.close())

describe('the list', () => {
  beforeEach(async () => {
    await desk.sql(`update bookings set state = 'booked', mutation_number = 1`)
  })

  test('shows the failing bookings of all organizations with their cause, the oldest first', async () => {
    const later = await desk.failingBooking(new Date('2026-11-21T12:00:00Z'))
    const earlier = await desk.failingBooking(new Date('2026-11-20T12:00:00Z'))
    const { items } = await listFailingBookings(desk.databases)
    expect(items.map((item) => item.id)).toEqual([earlier.bookingId, later.bookingId])
    expect(items[0]).toEqual({
      id: earlier.bookingId,
      organization: { id: earlier.organization, number: expect.any(Number), name: null },
      invoiceId: earlier.invoiceId,
      relationId: expect.any(String),
      invoice: null,
      state: 'rejected',
      since: new Date('2026-11-20T12:00:00Z'),
      attempts: 1,
      explanation: {
        code: 'period_closed',
        serviceCode: 'CMUT005',
        class: 'needs_person',
        actor: 'bookkeeper',
        mend: 'invoice',
        scope: 'administration',
      },
    })
  })

  test('shows whose invoice it is where there is consent, and of the others still nothing', async () => {
    const asking = await desk.failingBooking()
    await desk.failingBooking()
    await desk.ask(asking.organization, { kind: 'invoice', id: asking.invoiceId })
    const { items } = await listFailingBookings(desk.databases)
    expect(items.find(({ id }) => id === asking.bookingId)).toMatchObject({
      organization: { id: asking.organization, name: 'Bloemen Bos' },
      invoice: { number: '2026-0001', customerName: 'Café De Hoek', totalGross: 12100n },
    })
    expect(items.map(({ invoice }) => invoice).filter((invoice) => invoice !== null)).toHaveLength(1)
  })

  test('comes in pages that neither repeat nor skip, though all failed at one instant', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, () => desk.failingBooking()))
    const seen = await allPages((page) => listFailingBookings(desk.databases, page))
    expect(seen.toSorted()).toEqual(all.map((it) => it.bookingId).sort())
  })

  test('leaves out what is under way or booked', async () => {
    const { bookingId, organization } = await desk.failingBooking()
    await offerBookingAgain(desk.databases, { bookingId, sessionTokenHash, now })
    expect(await listFailingBookings(desk.databases)).toEqual({ items: [], nextCursor: null })
    await inOrganization(desk.databases.app, organization, async (tx) => {
      expect((await findBooking(tx, bookingId))?.state).toBe('planned')
    })
  })
})

describe('one booking', () => {
  test('is shown with its invoice, its cause, its timeline and what was said', async () => {
    const failing = await desk.failingBooking()
    const about = { booking_id: failing.bookingId }
    await desk.say(failing.organization, about, { operation: 'AddMutatie', code: 'CMUT005' })
    await desk.ask(failing.organization, { kind: 'invoice', id: failing.invoiceId })
    await offerBookingAgain(desk.databases, { bookingId: failing.bookingId, sessionTokenHash, now })
    const detail = await lookAtBooking(desk.databases, { bookingId: failing.bookingId, sessionTokenHash })
    expect(detail).toMatchObject({
      invoice: { number: '2026-0001' },
      dates: { invoice: '2026-11-22', due: '2026-12-06' },
      booksName: 'Proefboeken',
      mutationNumber: null,
      relation: { code: expect.any(String), state: 'planned', explanation: null },
      connection: { state: 'active', explanation: null },
      retryable: false,
      exchanges: [
        {
          operation: 'AddMutatie',
          outcome: 'rejected',
          serviceCode: 'CMUT005',
          durationMs: 120,
          request: '<AddMutatie/>',
          answer: '<AddMutatieResult/>',
        },
      ],
    })
    expect(detail?.timeline.map((entry) => [entry.kind, entry.parameters.by])).toEqual([
      ['invoice_offered_again', 'support'],
    ])
  })

  test('is not shown when there is none', async () => {
    expect(await lookAtBooking(desk.databases, { bookingId: randomUUID(), sessionTokenHash })).toBeUndefined()
  })
})

describe('offering again', () => {
  test('plans the booking anew, and both the log and the audit of the organization say who did it', async () => {
    const { bookingId, organization } = await desk.failingBooking()
    expect(await offerBookingAgain(desk.databases, { bookingId, sessionTokenHash, now })).toBe('offered')
    await inOrganization(desk.databases.app, organization, async (tx) => {
      expect(await findBooking(tx, bookingId)).toMatchObject({ state: 'planned', next_at: null })
      expect((await listActivities(tx)).items[0]).toMatchObject({
        kind: 'invoice_offered_again',
        outcome: 'waiting',
        parameters: { by: 'support', number: '2026-0001' },
      })
      expect((await listSupportAudit(tx)).items).toMatchObject([
        { organizationId: organization, subject: { bookingId }, action: 'offered_again', user },
      ])
    })
  })

  test('twice at once offers it once', async () => {
    const { bookingId, organization } = await desk.failingBooking()
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => offerBookingAgain(desk.databases, { bookingId, sessionTokenHash, now })),
    )
    expect(outcomes.toSorted()).toEqual(['not_retryable', 'not_retryable', 'offered'])
    const audit = await inOrganization(desk.databases.app, organization, (tx) => listSupportAudit(tx))
    expect(audit.items).toHaveLength(1)
  })

  test('does nothing for a booking that is not there', async () => {
    expect(await offerBookingAgain(desk.databases, { bookingId: randomUUID(), sessionTokenHash, now })).toBe(
      'not_found',
    )
  })
})

describe('the audit', () => {
  test('has an entry for each look, which the organization sees and no other', async () => {
    const { bookingId, organization } = await desk.failingBooking()
    await lookAtBooking(desk.databases, { bookingId, sessionTokenHash })
    const own = await inOrganization(desk.databases.app, organization, (tx) => listSupportAudit(tx))
    expect(own.items).toMatchObject([{ action: 'looked_at', user, subject: { bookingId } }])
    const other = await testOrganization(desk.db)
    const foreign = await inOrganization(desk.databases.app, other, (tx) => listSupportAudit(tx))
    expect(foreign.items).toEqual([])
  })
})
