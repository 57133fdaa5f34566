import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, noon, SECOND, StoredLane } from '../../testing/stored-lane.ts'
import { retryBooking } from '../bookings/retry-booking.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { bookingCommit } from '../engine/booking-commit.ts'
import { chooseWork } from '../engine/choose-work.ts'
import { nextDue } from '../engine/next-due.ts'
import type { OpenBooking } from '../ports/store.ts'

let office: StoredLane
let id: string
let creditId: string
beforeEach(async () => {
  office = await StoredLane.open()
  ;({ id, creditId } = await office.bookingAndCredit())
  await office.organization.within((tx) => tx.updateTable('relations').set({ state: 'present' }).execute())
})
afterEach(() => office.close())

const first = async (): Promise<OpenBooking> => {
  const { booking } = await office.look()
  if (booking === null) throw new Error('There is no open booking.')
  return booking
}

const stateOf = (bookingId: string) =>
  office.organization.within((tx) =>
    tx
      .selectFrom('bookings')
      .select(['state', 'cause', 'next_at', 'look_ups'])
      .where('id', '=', bookingId)
      .executeTakeFirstOrThrow(),
  )

const refuse = (bookingId: string, cause: 'date_refused' | 'credited_not_booked' = 'date_refused') =>
  office.must({ id: bookingId, from: 'planned', event: 'refused', change: { ...newDelivery, cause } })

/** The engine's own commit of the answer that the invoice is booked. */
async function bookInvoice(): Promise<void> {
  const { booking, connection } = await office.look()
  if (booking?.id !== id) throw new Error('The invoice is not the first.')
  const { token: claim } = office.lane
  await office.must({ id, from: 'planned', event: 'claimed', change: { claim } })
  const accepted = { event: 'accepted', change: newDelivery, pause: null, health: 'worked' } as const
  const sent = { ...booking, state: 'sending' } as const
  const commit = bookingCommit(sent, accepted, { at: noon, connection, claim, mutationNumber: 7 })
  expect(await office.store.commit(office.lane, commit)).toBe('done')
}

describe('the booking of a credit note', () => {
  test('comes after that of its invoice, and goes to the same books', async () => {
    expect(await first()).toMatchObject({ id, credited: null, hasCredits: true })
    await office.book(id, 7)
    const { booksId } = office
    expect(await first()).toMatchObject({
      id: creditId,
      credited: { state: 'booked', booksId },
      hasCredits: false,
    })
    expect(chooseWork(await office.look(), noon)?.kind).toBe('send_booking')
  })

  test('is held when its invoice was refused, and follows when that one is booked after all', async () => {
    await refuse(id)
    expect(chooseWork(await office.look(), noon)).toMatchObject({
      kind: 'hold_booking',
      booking: { id: creditId },
    })
    await refuse(creditId, 'credited_not_booked')
    expect((await office.look()).booking).toBeNull()
    await office.organization.within((tx) =>
      retryBooking(tx, { bookingId: id, now: new Date(noon), by: 'organization' }),
    )
    await bookInvoice()
    expect(await stateOf(creditId)).toMatchObject({
      state: 'planned',
      cause: null,
      next_at: null,
      look_ups: 0,
    })
    expect(chooseWork(await office.look(), noon)).toMatchObject({
      kind: 'send_booking',
      booking: { id: creditId },
    })
  })

  test('that waits for its invoice is passed by others until then, and freed at once', async () => {
    const other = await office.booking()
    const claim = office.lane.token
    await office.must({ id, from: 'planned', event: 'claimed', change: { claim } })
    const lost = { lookUps: 1, nextAt: noon + HOUR, lastByteAt: noon }
    await office.must({ id, from: 'sending', event: 'lost', claim, change: lost })
    expect(chooseWork(await office.look(), noon)).toMatchObject({
      kind: 'hold_booking',
      booking: { id: creditId, credited: { state: 'unknown', nextAt: noon + HOUR } },
    })
    const waits = { lookUps: 1, nextAt: noon + HOUR, cause: 'credited_not_booked_yet' } as const
    await office.must({ id: creditId, from: 'planned', event: 'postponed', change: waits })
    expect((await first()).id).toBe(other)
    const found = {
      booking: { id, from: 'unknown', event: 'found', change: newDelivery, mutationNumber: 7 },
    } as const
    const { invoice_id: freesCreditsOf } = await bookingRow(id)
    expect(await office.commit({ ...found, freesCreditsOf })).toBe('done')
    expect((await first()).id).toBe(creditId)
  })

  test('in other books than its invoice, once that is booked, no longer says that it is not', async () => {
    await refuse(id)
    await refuse(creditId, 'credited_not_booked')
    const linked = office.booksId
    const former = await office.otherBooks()
    const { invoice_id: freesCreditsOf } = await bookingRow(id)
    const move = (to: string) =>
      office.organization.within((tx) =>
        tx
          .updateTable('bookings')
          .set({ books_id: to, state: 'unknown', last_byte_at: new Date(noon) })
          .where('id', '=', id)
          .execute(),
      )
    await move(former)
    const found = { id, from: 'unknown', event: 'found', change: newDelivery, mutationNumber: 7 } as const
    expect(await office.commit({ booking: found, freesCreditsOf }, noon, former)).toBe('done')
    expect(await stateOf(creditId)).toMatchObject({ state: 'planned', cause: null })
    expect(chooseWork(await office.look(), noon)).toMatchObject({
      kind: 'hold_booking',
      booking: { id: creditId, booksId: linked, credited: { state: 'booked', booksId: former } },
    })
  })

  test('offered again offers its invoice again with it', async () => {
    await refuse(id)
    await refuse(creditId, 'credited_not_booked')
    const retry = { bookingId: creditId, now: new Date(noon), by: 'organization' } as const
    expect(await office.organization.within((tx) => retryBooking(tx, retry))).toBe('offered')
    expect([(await stateOf(id)).state, (await stateOf(creditId)).state]).toEqual(['planned', 'planned'])
    expect((await first()).id).toBe(id)
  })

  test('refused for something else stays refused when its invoice is booked', async () => {
    await refuse(creditId, 'date_refused')
    await bookInvoice()
    expect(await stateOf(creditId)).toMatchObject({ state: 'rejected', cause: 'date_refused' })
  })
})

test('what a fact about the administration holds back calls nobody while its relation or its invoice is gone', async () => {
  await office.book(id, 7)
  const held = { ...newDelivery, cause: 'period_closed', nextAt: noon - SECOND } as const
  await office.must({ id: creditId, from: 'planned', event: 'refused', change: held })
  expect(chooseWork(await office.look(), noon)).toMatchObject({
    kind: 'send_booking',
    booking: { id: creditId },
  })
  await office.must({
    id,
    from: 'booked',
    event: 'contradicted',
    change: { ...newDelivery, cause: 'missing_in_books' },
  })
  await expectNobodyIsCalled()
  await office.organization.within((tx) =>
    tx.updateTable('bookings').set({ state: 'booked' }).where('id', '=', id).execute(),
  )
  await office.organization.within((tx) => tx.updateTable('relations').set({ state: 'gone' }).execute())
  await expectNobodyIsCalled()
})

/** Else a worker would take the lane in vain, again and again. */
async function expectNobodyIsCalled(): Promise<void> {
  const view = await office.look()
  expect(chooseWork(view, noon)).toBeNull()
  expect(nextDue(view, noon) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(noon)
}

const bookingRow = (bookingId: string) =>
  office.organization.within((tx) =>
    tx.selectFrom('bookings').selectAll().where('id', '=', bookingId).executeTakeFirstOrThrow(),
  )
