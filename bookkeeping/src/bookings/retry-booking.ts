import {
  type BookingRow,
  type ConnectionRow,
  changeBooking,
  changeConnection,
  changeRelation,
  findBooking,
  findConnection,
  findRelation,
  hasSecret,
  markLaneDue,
  recordActivity,
  subjectOfBooking,
  type Transaction,
} from '@stella/database'
import { invoiceEntry } from '../activities/activity-entries.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { stateAfter } from '../deliveries/transitions.ts'
import { deliveryColumns } from '../postgres/columns.ts'
import { planRelation } from '../relations/plan-relation.ts'
import { isFailed, type RelationState, relationTransitions } from '../relations/relation-states.ts'
import { type BookingState, bookingTransitions, failedBookingStates } from './booking-states.ts'
import { bringAlong } from './bring-along.ts'

export type Retried = 'offered' | 'not_found' | 'not_retryable'

/**
 * Offers a failed booking again. A refusal is sent again; a conflict is looked up first, because nobody knows
 * what stands in the books. When its relation was the cause, that is offered again with it. What was once booked
 * under a number is never sent again, here or in other books.
 */
export async function retryBooking(
  tx: Transaction,
  { bookingId, now, by }: { bookingId: string; now: Date; by: 'organization' | 'support' },
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
  await offerRelationAgain(tx, booking.relation_id, booking.cause, now)
  const set = { ...deliveryColumns(newDelivery), last_byte_at: booking.last_byte_at ?? booking.changed_at }
  const to = stateAfter(bookingTransitions, from, 'offered_again')
  const step = { id: booking.id, booksId: booking.books_id, from, to, set, at: now }
  if (!(await changeBooking(tx, step))) return 'not_retryable'
  return tell(tx, booking.id, { now, by })
}

async function tell(
  tx: Transaction,
  bookingId: string,
  { now, by }: { now: Date; by: 'organization' | 'support' },
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
  await planRelation(tx, { customerId: relation.customer_id, now, alsoChanges: true })
  return bringAlong(tx, { bookingId: id, state: 'rejected', to, at: now })
}

/**
 * A relation that was refused is sent again; one that a booking missed in the books is looked for, and added
 * only when it is certainly gone.
 */
async function offerRelationAgain(
  tx: Transaction,
  relationId: string,
  cause: string | null,
  now: Date,
): Promise<void> {
  const relation = await findRelation(tx, relationId)
  if (relation === null) return
  const from = relation.state as RelationState
  const event = isFailed(from) ? 'offered_again' : cause === 'relation_missing' ? 'missed_in_books' : null
  const step = relationTransitions.find((it) => it.from === from && it.event === event)
  if (step === undefined || event === null) return
  const set = { ...deliveryColumns(newDelivery), last_byte_at: relation.last_byte_at ?? relation.changed_at }
  const to = stateAfter(relationTransitions, from, event)
  await changeRelation(tx, { ...{ id: relation.id, booksId: relation.books_id }, from, to, set, at: now })
}
