import {
  type BookingRow,
  type ConnectionRow,
  changeBooking,
  changeConnection,
  findBooking,
  findBookingOfCredited,
  findConnection,
  findRelation,
  hasSecret,
  lockActivities,
  markLaneDue,
  offerBookingsAgain,
  recordActivities,
  recordActivity,
  subjectOfBooking,
  type Transaction,
} from '@stella/database'
import { invoiceEntry } from '../activities/activity-entries.ts'
import {
  type CauseCode,
  isCauseCode,
  isOfCredits,
  isOfferedTogether,
  isTriedByItself,
} from '../causes/causes.ts'
import { newDelivery, restartedDelivery } from '../deliveries/delivery.ts'
import { stateAfter } from '../deliveries/transitions.ts'
import { deliveryColumns } from '../postgres/columns.ts'
import { planRelation } from '../relations/plan-relation.ts'
import { offerRelationAgain } from '../relations/retry-relation.ts'
import { type BookingState, bookingTransitions, failedBookingStates } from './booking-states.ts'
import { bringAlong } from './bring-along.ts'

export type Retried = 'offered' | 'not_found' | 'not_retryable'
export type RetriedBy = 'organization' | 'support'

/**
 * Offers a failed booking again. A refusal is sent again; a conflict is looked up first, because nobody knows
 * what stands in the books. When its relation was the cause, that is offered again, and everything it held back
 * goes with it; when it was the invoice that a credit note takes back, that one is. What was once booked under a number is never sent again, here or in other books.
 */
export async function retryBooking(
  tx: Transaction,
  { bookingId, now, by }: { bookingId: string; now: Date; by: RetriedBy },
): Promise<Retried> {
  await markLaneDue(tx, now)
  const booking = await findBooking(tx, bookingId)
  if (booking === null) return 'not_found'
  const from = booking.state as BookingState
  if (!failedBookingStates.some((state) => state === from)) return 'not_retryable'
  if (booking.mutation === null) return 'not_retryable'
  const connection = await findConnection(tx)
  const isElsewhere = connection !== null && connection.books_id !== booking.books_id
  if (isElsewhere && !(await canGoOn(tx, booking, connection, now))) return 'not_retryable'
  if (isElsewhere && from === 'rejected') return tell(tx, booking.id, { now, by })
  const relation = await findRelation(tx, booking.relation_id)
  if (relation !== null) await offerRelationAgain(tx, relation, { now, isMissed: isMissing(booking) })
  await offerCredited(tx, booking, { now, by })
  if (!(await isOffered(tx, booking, now))) return 'not_retryable'
  return tell(tx, booking.id, { now, by })
}

/** A credit note that waits for its invoice goes on with that one. */
async function offerCredited(
  tx: Transaction,
  { cause, invoice_id: invoiceId }: BookingRow,
  { now, by }: { now: Date; by: RetriedBy },
): Promise<void> {
  if (!isCauseCode(cause) || !isOfCredits(cause)) return
  const credited = await findBookingOfCredited(tx, invoiceId)
  if (credited !== null) await retryBooking(tx, { bookingId: credited.id, now, by })
}

async function tell(
  tx: Transaction,
  bookingId: string,
  { now, by }: { now: Date; by: RetriedBy },
): Promise<Retried> {
  const subject = await subjectOfBooking(tx, bookingId)
  await recordActivity(tx, invoiceEntry('invoice_offered_again', subject, { at: now.getTime(), by }))
  return 'offered'
}

/**
 * Of books that are no longer linked: what certainly stands nowhere goes to the linked ones, and what nobody knows
 * can only be looked up there, with the codes of then.
 */
async function canGoOn(
  tx: Transaction,
  booking: BookingRow,
  { id: connectionId, books_id: to, state }: ConnectionRow,
  now: Date,
): Promise<boolean> {
  const { books_id: from, id } = booking
  if (state === 'disconnected') return false
  if (booking.state === 'conflict') {
    if (!(await hasSecret(tx, { connectionId, booksId: from }))) return false
    return changeConnection(tx, { from: [state] }, { settles_former: true })
  }
  const relation = await findRelation(tx, booking.relation_id)
  if (relation === null) return false
  await planRelation(tx, { customerId: relation.customer_id, now, isFinal: true })
  return bringAlong(tx, { bookingId: id, state: 'rejected', to, at: now })
}

/**
 * Offers everything again that failed for one cause, in one statement, as it may be tens of thousands. Returns how
 * many there were; null when offering again is not how this cause is mended.
 */
export async function retryBookingsOfCause(
  tx: Transaction,
  { cause, now, by }: { cause: CauseCode; now: Date; by: RetriedBy },
): Promise<number | null> {
  if (!isOfferedTogether(cause)) return null
  const connection = await findConnection(tx)
  if (connection === null) return null
  await markLaneDue(tx, now)
  await lockActivities(tx)
  let count = 0
  for (const from of failedBookingStates) {
    const offered = await offerBookingsAgain(tx, {
      from,
      to: stateAfter(bookingTransitions, from, 'offered_again'),
      cause,
      booksId: connection.books_id,
      set: deliveryColumns({ ...restartedDelivery, cause: causeOfOffering(from, cause) }),
      at: now,
    })
    const at = now.getTime()
    const entries = offered.map((it) => invoiceEntry('invoice_offered_again', it, { at, by }))
    await recordActivities(tx, entries)
    count += offered.length
  }
  return count
}

/** Whether it goes on: perhaps already, with its relation. */
async function isOffered(tx: Transaction, booking: BookingRow, now: Date): Promise<boolean> {
  const from = booking.state as BookingState
  const to = stateAfter(bookingTransitions, from, 'offered_again')
  const cause = causeOfOffering(from, isCauseCode(booking.cause) ? booking.cause : null)
  const lastByteAt = booking.last_byte_at ?? booking.changed_at
  const set = { ...deliveryColumns({ ...newDelivery, cause }), last_byte_at: lastByteAt }
  const step = { id: booking.id, booksId: booking.books_id, from, to, set, at: now }
  if (await changeBooking(tx, step)) return true
  return (await findBooking(tx, booking.id))?.state === to
}

/** Why it waits from now on. A fact about the administration stays with it: if it is accepted, that is mended. */
function causeOfOffering(from: BookingState, cause: CauseCode | null): CauseCode | null {
  if (from === 'conflict') return 'being_looked_up'
  return isTriedByItself(cause) ? cause : null
}

function isMissing({ cause }: BookingRow): boolean {
  return cause === 'relation_missing'
}
