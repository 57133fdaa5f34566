import { randomUUID } from 'node:crypto'
import { planBooking } from '@stella/bookkeeping'
import {
  changeBooking,
  finalizeInvoice,
  findBooking,
  findBookingOfInvoice,
  inOrganization,
  insertExchangesStatement,
  inTransaction,
  listActivities,
  listSupportAudit,
  saveActiveConnection,
} from '@stella/database'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '@stella/database/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lookAtBooking } from './booking-detail.ts'
import { listFailingBookings } from './failing-bookings.ts'
import { offerAgain } from './offer-again.ts'
import type { SupportDatabases } from './support-databases.ts'

const user = { id: randomUUID(), name: 'Sanne van de support' }
const now = new Date('2026-11-22T12:00:00Z')

let db: TestDatabase
let databases: SupportDatabases
beforeAll(async () => {
  db = await testDatabase()
  databases = { support: db.database('stella_support'), app: db.database('stella_app') }
})
afterAll(() => db.close())

interface Failing {
  organization: string
  bookingId: string
  invoiceId: string
  customerId: string
}

/** A final invoice of a connected organization whose booking e-Boekhouden.nl refused at that instant. */
async function failingBooking(at = now): Promise<Failing> {
  const organization = await testOrganization(db, 'Bloemen Bos')
  return inOrganization(databases.app, organization, async (tx) => {
    await saveActiveConnection(tx, {
      usernameHint: 'blo',
      debtorsAccount: '1300',
      debtorsAccountName: 'Debiteuren',
      revenueAccount: '8000',
      revenueAccountName: 'Omzet',
      at,
      nextTestAt: at,
    })
    const invoice = await finalizeInvoice(tx, { invoiceId: (await testDraft(tx)).id })
    await planBooking(tx, { invoice, now: at })
    const booking = await findBookingOfInvoice(tx, invoice.id)
    if (booking === null) throw new Error('the booking was not planned')
    const set = { cause: 'period_closed', cause_code: 'CMUT005', attempts: 1 }
    await changeBooking(tx, { id: booking.id, from: 'planned', to: 'rejected', set, at })
    return { organization, bookingId: booking.id, invoiceId: invoice.id, customerId: invoice.customerId }
  })
}

async function say(failing: Failing): Promise<void> {
  const worker = db.database('stella_worker')
  await inOrganization(worker, failing.organization, (tx) =>
    insertExchangesStatement(tx, [
      {
        booking_id: failing.bookingId,
        operation: 'AddMutatie',
        started_at: now,
        finished_at: new Date(now.getTime() + 120),
        outcome: 'rejected',
        code: 'CMUT005',
        http_status: 200,
        request: '<AddMutatie/>',
        response: '<AddMutatieResult/>',
      },
    ]).execute(),
  )
}

describe('the list', () => {
  beforeEach(async () => {
    await db.database('owner').pool.query(`update bookings set state = 'booked', mutation_number = 1`)
  })

  test('shows the failing bookings of all organizations with their cause, the oldest first', async () => {
    const later = await failingBooking(new Date('2026-11-21T12:00:00Z'))
    const earlier = await failingBooking(new Date('2026-11-20T12:00:00Z'))
    const { items } = await listFailingBookings(databases)
    expect(items.map((item) => item.id)).toEqual([earlier.bookingId, later.bookingId])
    expect(items[0]).toEqual({
      id: earlier.bookingId,
      organization: { id: earlier.organization, name: 'Bloemen Bos' },
      invoiceId: earlier.invoiceId,
      invoiceNumber: '2026-0001',
      customerId: earlier.customerId,
      customerName: 'Café De Hoek',
      totalGross: 12100n,
      state: 'rejected',
      since: new Date('2026-11-20T12:00:00Z'),
      attempts: 1,
      explanation: {
        code: 'period_closed',
        serviceCode: 'CMUT005',
        class: 'needs_person',
        actor: 'bookkeeper',
        mend: 'invoice',
      },
    })
  })

  test('comes in pages that neither repeat nor skip, though all failed at one instant', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, () => failingBooking()))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listFailingBookings(databases, { limit: 3, cursor })
      seen.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen.toSorted()).toEqual(all.map((it) => it.bookingId).sort())
  })

  test('leaves out what is under way or booked', async () => {
    const { bookingId, organization } = await failingBooking()
    await offerAgain(databases, { bookingId, user, now })
    expect(await listFailingBookings(databases)).toEqual({ items: [], nextCursor: null })
    await inOrganization(databases.app, organization, async (tx) => {
      expect((await findBooking(tx, bookingId))?.state).toBe('planned')
    })
  })
})

describe('one booking', () => {
  test('is shown with its invoice, its cause, its timeline and what was said', async () => {
    const failing = await failingBooking()
    await say(failing)
    await offerAgain(databases, { bookingId: failing.bookingId, user, now })
    const detail = await lookAtBooking(databases, { bookingId: failing.bookingId, user, now })
    expect(detail).toMatchObject({
      invoiceNumber: '2026-0001',
      invoiceDate: '2026-11-22',
      dueDate: '2026-12-06',
      mutationNumber: null,
      relation: { state: 'planned', explanation: null },
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
    expect(await lookAtBooking(databases, { bookingId: randomUUID(), user, now })).toBeUndefined()
  })
})

describe('offering again', () => {
  test('plans the booking anew, and both the log and the audit of the organization say who did it', async () => {
    const { bookingId, organization } = await failingBooking()
    expect(await offerAgain(databases, { bookingId, user, now })).toBe('offered')
    await inOrganization(databases.app, organization, async (tx) => {
      expect(await findBooking(tx, bookingId)).toMatchObject({ state: 'planned', cause: null })
      expect((await listActivities(tx)).items[0]).toMatchObject({
        kind: 'invoice_offered_again',
        outcome: 'waiting',
        parameters: { by: 'support', number: '2026-0001' },
      })
      expect((await listSupportAudit(tx)).items).toMatchObject([
        { organizationId: organization, subject: { bookingId }, action: 'offered_again', user, at: now },
      ])
    })
  })

  test('twice at once offers it once', async () => {
    const { bookingId, organization } = await failingBooking()
    const outcomes = await Promise.all([1, 2, 3].map(() => offerAgain(databases, { bookingId, user, now })))
    expect(outcomes.toSorted()).toEqual(['not_retryable', 'not_retryable', 'offered'])
    const audit = await inOrganization(databases.app, organization, (tx) => listSupportAudit(tx))
    expect(audit.items).toHaveLength(1)
  })

  test('does nothing for a booking that is not there', async () => {
    expect(await offerAgain(databases, { bookingId: randomUUID(), user, now })).toBe('not_found')
  })
})

describe('the audit', () => {
  test('has an entry for each look, which the organization sees and no other', async () => {
    const { bookingId, organization } = await failingBooking()
    await lookAtBooking(databases, { bookingId, user, now })
    const own = await inOrganization(databases.app, organization, (tx) => listSupportAudit(tx))
    expect(own.items).toMatchObject([{ action: 'looked_at', user, subject: { bookingId } }])
    const other = await testOrganization(db)
    const foreign = await inOrganization(databases.app, other, (tx) => listSupportAudit(tx))
    expect(foreign.items).toEqual([])
    const all = await inTransaction(databases.support, (tx) => listSupportAudit(tx))
    expect(all.items.length).toBeGreaterThan(1)
  })
})
