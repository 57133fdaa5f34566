import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookingStates, bookingTransitions } from '../bookings/booking-states.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import type { LaneView, OpenBooking, OpenRelation } from '../ports/store.ts'
import { openRelationStates, relationStates, relationTransitions } from '../relations/relation-states.ts'
import { chooseWork } from './choose-work.ts'
import { firstBooking, waitOverAt } from './first-booking.ts'
import { nextDue } from './next-due.ts'

const NOW = 1_000
const times = fc.constantFrom(null, 1, NOW - 1, NOW, NOW + 1, 5_000)

const lookUps = fc.constantFrom(0, 1)
const cause = fc.constantFrom(null, 'no_answer' as const)

const relations = fc.record({ state: fc.constantFrom(...relationStates), nextAt: times, lookUps, cause }).map(
  ({ state, ...delivery }): OpenRelation => ({
    id: 'relation',
    booksId: 'books',
    state,
    delivery: { ...newDelivery, ...delivery },
    subject: { customerId: '', customer: '', code: '' },
    idInBooks: null,
    sent: null,
    changing: [],
    content: {
      kind: 'company',
      name: '',
      contactPerson: '',
      address: '',
      postalCode: '',
      city: '',
      country: '',
      email: '',
      phone: '',
      vatNumber: '',
      kvkNumber: '',
    },
  }),
)

const bookings = fc
  .record({
    state: fc.constantFrom('planned', 'sending', 'unknown'),
    nextAt: times,
    lookUps,
    relation: relations,
  })
  .map(
    ({ state, relation, ...delivery }): OpenBooking => ({
      id: 'booking',
      booksId: 'books',
      mutationNumber: null,
      credited: null,
      hasCredits: false,
      state: state as OpenBooking['state'],
      delivery: { ...newDelivery, ...delivery },
      mutation: {
        date: '',
        debtorsAccount: '',
        relationCode: '',
        invoiceNumber: '',
        reference: '',
        description: '',
        paymentTermDays: 0,
        amountsIncludeVat: false,
        lines: [],
      },
      subject: { invoiceId: '', number: '', customer: '', amount: '' },
      relation,
    }),
  )

const open: readonly string[] = openRelationStates
const order = (relation: OpenRelation) =>
  relation.state === 'sending' || relation.state === 'updating' ? -1 : (relation.delivery.nextAt ?? 0)

/** A view as a store gives it: the relations of bookings are among the open ones when they are open themselves. */
const views = fc
  .record({
    state: fc.constantFrom('active', 'paused'),
    testRequestedAt: times,
    nextTestAt: times,
    paymentsAt: times,
    reconciliationAt: times,
    bookings: fc.array(bookings, { maxLength: 4 }),
    relation: fc.option(relations.filter((it) => open.includes(it.state))),
    former: fc.option(bookings.map((it) => ({ ...it, booksId: 'former', state: 'unknown' as const }))),
    verifyAt: times,
    heldTryAt: times,
    held: bookings,
  })
  .map((drawn): LaneView => {
    const {
      state,
      testRequestedAt,
      nextTestAt,
      paymentsAt,
      reconciliationAt,
      bookings,
      former,
      relation,
      verifyAt,
      heldTryAt,
      held,
    } = drawn
    const ofBookings = bookings.map((booking) => booking.relation).filter((it) => open.includes(it.state))
    const candidates = [...ofBookings, ...(relation === null ? [] : [relation])]
    return {
      connection: {
        id: '',
        booksId: 'books',
        state: state as 'active' | 'paused',
        pausedCause: null,
        codesVersion: 1,
        testRequestedAt,
        nextTestAt,
        paymentsAt,
        reconciliationAt,
        activeSince: 0,
        usualAccounts: { debtors: '1300', revenue: '8000' },
      },
      booking: firstBooking(bookings, NOW),
      former,
      waitOverAt: waitOverAt(bookings, NOW),
      held: heldTryAt !== null && heldTryAt <= NOW ? { ...held, state: 'rejected' } : null,
      heldTryAt,
      relation: candidates.sort((left, right) => order(left) - order(right))[0] ?? null,
      verifyAt,
      unverified:
        verifyAt !== null && verifyAt <= NOW
          ? [
              {
                id: '',
                mutationNumber: 1,
                absentSince: null,
                mutation: bookingMutation,
                subject: bookingSubject,
                relation: { rowId: '', id: null, code: '' },
              },
            ]
          : [],
    }
  })

const bookingSubject = { invoiceId: '', number: '', customer: '', amount: '' }
const bookingMutation = {
  date: '',
  debtorsAccount: '',
  relationCode: '',
  invoiceNumber: '',
  reference: '',
  description: '',
  paymentTermDays: 0,
  amountsIncludeVat: false,
  lines: [],
}

test('a lane is due now exactly when there is work now', () => {
  fc.assert(
    fc.property(views, (view) => {
      const work = chooseWork(view, NOW)
      expect(nextDue(view, NOW) === NOW, JSON.stringify(work)).toBe(work !== null)
    }),
    { numRuns: 5_000 },
  )
})

test('what was begun is settled before anything new is sent', () => {
  fc.assert(
    fc.property(views, (view) => {
      const work = chooseWork(view, NOW)
      if (view.booking?.state === 'sending') expect(work?.kind).toBe('recover_booking')
      else if (view.relation?.state === 'sending') expect(work?.kind).toBe('recover_relation')
    }),
    { numRuns: 2_000 },
  )
})

test('a paused connection calls for nothing but its test, and what is unknown in other books', () => {
  fc.assert(
    fc.property(views, (view) => {
      if (view.connection.state === 'active') return
      const kinds = [undefined, 'test_connection', 'recover_booking', 'recover_relation']
      const work = chooseWork(view, NOW)
      if (work?.kind === 'look_up_booking') expect(work.booking).toBe(view.former)
      else expect(kinds).toContain(work?.kind)
    }),
    { numRuns: 2_000 },
  )
})

test('every state can be left for a settled one, and nothing sends what may have been sent', () => {
  for (const { from, to } of bookingTransitions) {
    expect(bookingStates).toContain(from)
    // A refusal was an answer, so it may be sent again.
    if (to === 'sending') expect(['planned', 'rejected']).toContain(from)
    if (from === 'sending') expect(['booked', 'rejected', 'planned', 'unknown']).toContain(to)
  }
  const toPlanned = bookingTransitions.filter((it) => it.to === 'planned' && it.from !== 'planned')
  expect(toPlanned.map(({ from, event }) => `${from} ${event}`).sort()).toEqual([
    // A person said that it is there already, or is not to be booked, and takes that back: it was never sent.
    'adopted put_back_to_planned',
    'excluded put_back_to_planned',
    'rejected offered_again',
    'sending postponed',
    'unknown absent',
  ])
  for (const { from, to } of relationTransitions) {
    expect(relationStates).toContain(from)
    if (to === 'sending') expect(from).toBe('planned')
  }
})
