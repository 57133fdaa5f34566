import { isCreditedIn } from '../deliveries/decide-for-credit.ts'
import type { Instant } from '../ports/clock.ts'
import type { LaneView, OpenBooking, OpenRelation, UnverifiedBooking } from '../ports/store.ts'
import { isFailed, isPresent } from '../relations/relation-states.ts'

export type Work =
  | { readonly kind: 'recover_booking'; readonly booking: OpenBooking }
  | { readonly kind: 'recover_relation'; readonly relation: OpenRelation }
  | { readonly kind: 'test_connection' }
  | { readonly kind: 'send_booking'; readonly booking: OpenBooking }
  | { readonly kind: 'look_up_booking'; readonly booking: OpenBooking }
  | { readonly kind: 'hold_booking'; readonly booking: OpenBooking }
  | { readonly kind: 'send_relation'; readonly relation: OpenRelation }
  | { readonly kind: 'look_up_relation'; readonly relation: OpenRelation }
  | { readonly kind: 'update_relation'; readonly relation: OpenRelation }
  | { readonly kind: 'verify_bookings'; readonly bookings: readonly UnverifiedBooking[] }
  | { readonly kind: 'read_payments' }

/**
 * What to do next for an administration, or null when nothing is due. Bookings go by number (firstBooking() says
 * which may be passed). A booking's relation goes before it, and what a credit note takes back goes before that; other relations after it, then one of those that a
 * fact about the administration holds back, then reading back, and what may wait for days comes last. What is unknown in books that were linked
 * before is settled first. A paused connection does nothing else than that and its test.
 */
export function chooseWork(view: LaneView, now: Instant): Work | null {
  const { connection, booking, relation } = view
  if (booking?.state === 'sending') return { kind: 'recover_booking', booking }
  if (isUnderWay(relation)) return { kind: 'recover_relation', relation }
  if (isTestDue(view, now)) return { kind: 'test_connection' }
  // Also while the linked books pause: they are others.
  if (view.former !== null && isDue(view.former, now)) {
    return { kind: 'look_up_booking', booking: view.former }
  }
  if (connection.state !== 'active') return null
  return (
    workOnBooking(booking, now) ??
    (relation === null ? null : workOnRelation(relation, now)) ??
    (view.held === null ? null : { kind: 'send_booking', booking: view.held }) ??
    (view.unverified.length > 0 ? { kind: 'verify_bookings', bookings: view.unverified } : null) ??
    (isPast(connection.paymentsAt, now) ? { kind: 'read_payments' } : null)
  )
}

function isPast(at: Instant | null, now: Instant): boolean {
  return at !== null && now >= at
}

function isUnderWay(relation: OpenRelation | null): relation is OpenRelation {
  return relation?.state === 'sending' || relation?.state === 'updating'
}

function isTestDue({ connection }: LaneView, now: Instant): boolean {
  return (
    connection.testRequestedAt !== null || (connection.nextTestAt !== null && now >= connection.nextTestAt)
  )
}

function workOnBooking(booking: OpenBooking | null, now: Instant): Work | null {
  if (booking === null) return null
  // An update of the details in between does not hold up the booking, nor does its failure.
  if (booking.state === 'planned' && !isPresent(booking.relation.state)) {
    if (isFailed(booking.relation.state)) return { kind: 'hold_booking', booking }
    return workOnRelation(booking.relation, now)
  }
  if (!isDue(booking, now)) return null
  if (booking.state === 'unknown') return { kind: 'look_up_booking', booking }
  if (booking.state !== 'planned') return null
  const isHeld = !isCreditedIn(booking.booksId, booking.credited)
  return isHeld ? { kind: 'hold_booking', booking } : { kind: 'send_booking', booking }
}

function workOnRelation(relation: OpenRelation, now: Instant): Work | null {
  if (!isDue(relation, now)) return null
  if (relation.state === 'planned') return { kind: 'send_relation', relation }
  if (relation.state === 'unknown' || relation.state === 'missed')
    return { kind: 'look_up_relation', relation }
  return relation.state === 'outdated' ? { kind: 'update_relation', relation } : null
}

function isDue({ delivery }: OpenBooking | OpenRelation, now: Instant): boolean {
  return delivery.nextAt === null || now >= delivery.nextAt
}
