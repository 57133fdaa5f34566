import {
  changeBooking,
  changeRelation,
  findBooking,
  findRelation,
  markLaneDue,
  recordActivity,
  subjectOfBooking,
  type Transaction,
} from '@stella/database'
import { invoiceEntry } from '../activities/activity-entries.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { stateAfter } from '../deliveries/transitions.ts'
import { deliveryColumns } from '../postgres/columns.ts'
import { isFailed, type RelationState, relationTransitions } from '../relations/relation-states.ts'
import { type BookingState, bookingTransitions, failedBookingStates } from './booking-states.ts'

export type Retried = 'offered' | 'not_found' | 'not_retryable'

/**
 * Offers a failed booking again. A refusal is sent again; a conflict is looked up first, because nobody knows
 * what stands in the books. When its relation was the cause, that is offered again with it.
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
  await offerRelationAgain(tx, booking.relation_id, booking.cause, now)
  const set = { ...deliveryColumns(newDelivery), last_byte_at: booking.last_byte_at ?? booking.changed_at }
  const to = stateAfter(bookingTransitions, from, 'offered_again')
  if (!(await changeBooking(tx, { id: booking.id, from, to, set, at: now }))) return 'not_retryable'
  const subject = await subjectOfBooking(tx, booking.id)
  await recordActivity(tx, invoiceEntry('invoice_offered_again', subject, { at: now.getTime(), by }))
  return 'offered'
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
  await changeRelation(tx, { id: relation.id, from, to, set, at: now })
}
