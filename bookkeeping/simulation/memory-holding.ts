import { bookingTransitions } from '../src/bookings/booking-states.ts'
import { causesOfHeldBookings, causesOfNotBooked, isOfCredits } from '../src/causes/causes.ts'
import { isCreditedIn } from '../src/deliveries/decide-for-credit.ts'
import { newDelivery } from '../src/deliveries/delivery.ts'
import { stateAfter } from '../src/deliveries/transitions.ts'
import type { Instant } from '../src/ports/clock.ts'
import type { BookingStepTaken, Commit, OpenBooking } from '../src/ports/store.ts'
import { isPresent, relationTransitions } from '../src/relations/relation-states.ts'
import {
  type BookingRecord,
  creditedOf,
  noteStep,
  openBooking,
  type RelationRecord,
} from './memory-records.ts'

/** Those that a fact about the administration holds back. */
function heldBookings(bookings: readonly BookingRecord[]): BookingRecord[] {
  return bookings.filter((it) => it.state === 'rejected' && it.delivery.nextAt !== null)
}

/** Of these, those that nothing else holds back, as nextBookingTimes() has them on PostgreSQL. */
export function heldBookingsToTry(bookings: readonly BookingRecord[]): BookingRecord[] {
  return heldBookings(bookings).filter(
    (it) => isPresent(it.relation.state) && isCreditedIn(it.booksId, creditedOf(it)),
  )
}

/** As findHeldBooking() does on PostgreSQL. */
export function heldBookingDue(bookings: readonly BookingRecord[], now: Instant): OpenBooking | null {
  const due = heldBookingsToTry(bookings).find(({ delivery }) => (delivery.nextAt ?? 0) <= now)
  return due === undefined ? null : openBooking(due)
}

/** As freeCreditNotes() does on PostgreSQL. */
export function freeCreditNotes(
  bookings: readonly BookingRecord[],
  { at, booksId, freesCreditsOf: invoiceId }: Commit,
): void {
  for (const booking of bookings) {
    const { booksId: own, credits, delivery, state } = booking
    const isHere = own === booksId || causesOfNotBooked.some((it) => it === delivery.cause)
    const waits = (state === 'planned' || state === 'rejected') && isOfCredits(delivery.cause) && isHere
    if (invoiceId === undefined || credits?.subject.invoiceId !== invoiceId || !waits) continue
    booking.state = 'planned'
    booking.delivery = { ...delivery, nextAt: null, lookUps: 0, cause: null, causeCode: null }
    booking.changedAt = at
  }
}

/** As putOffHeldBookings() and offerBookingsAgain() do on PostgreSQL. */
export function changeHolding(bookings: readonly BookingRecord[], { booksId, heldBy }: Commit): void {
  if (heldBy === undefined) return
  for (const booking of heldBookings(bookings)) {
    if (booking.booksId !== booksId || booking.delivery.cause !== heldBy.cause) continue
    if (heldBy.tryAt !== null) {
      booking.delivery = { ...booking.delivery, nextAt: heldBy.tryAt }
      continue
    }
    booking.state = stateAfter(bookingTransitions, 'rejected', 'offered_again')
    const lastByteAt = booking.delivery.lastByteAt ?? booking.changedAt
    booking.delivery = { ...newDelivery, lastByteAt }
    booking.steps.push('offered_again')
  }
}

/** As freeBookingsOfRelation() does on PostgreSQL. */
export function freeBookings(bookings: readonly BookingRecord[], relationId: string): void {
  for (const booking of bookings) {
    const { cause } = booking.delivery
    const isHeld = booking.state === 'rejected' && causesOfHeldBookings.some((it) => it === cause)
    if (booking.relation.id !== relationId || !isHeld) continue
    booking.state = 'planned'
    booking.delivery = { ...booking.delivery, nextAt: null, cause: null, causeCode: null }
  }
}

/** As missRelation() does on PostgreSQL. */
export function missRelation(
  relations: readonly RelationRecord[],
  { booksId, relationMissed }: Commit,
  at: Instant,
): void {
  const relation = relations.find((it) => it.id === relationMissed?.id && it.booksId === booksId)
  if (relationMissed === undefined || relation === undefined || !isPresent(relation.state)) return
  relation.state = stateAfter(relationTransitions, relation.state, 'missed_in_books')
  relation.delivery = { ...relation.delivery, ...relationMissed.change }
  relation.changedAt = at
  noteStep(relation, 'missed_in_books')
}

/** A booking that is held back and was tried is news only when something else came of it. */
export function nameOfStep(
  { delivery, steps }: BookingRecord,
  { from, event, change }: BookingStepTaken,
): string {
  if (event === 'claimed' && from === 'rejected') return 'tried'
  const isNoNews = event === 'refused' && steps.at(-1) === 'tried' && change.cause === delivery.cause
  return isNoNews ? 'refused_again' : event
}

/** The first of these times; null when there is none. */
export function earliest(times: readonly (Instant | null)[]): Instant | null {
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}
