import {
  changeRelation,
  findRelation,
  markLaneDue,
  recordActivity,
  subjectOfRelation,
  type Transaction,
} from '@stella/database'
import { relationEntry } from '../activities/activity-entries.ts'
import type { Retried } from '../bookings/retry-booking.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { deliveryColumns } from '../postgres/columns.ts'
import { freeBookingsOfRelation } from './plan-relation.ts'
import { type RelationState, relationTransitions } from './relation-states.ts'

/** Offers a failed relation again, and the bookings that wait for it with it. */
export async function retryRelation(
  tx: Transaction,
  { relationId, now, by }: { relationId: string; now: Date; by: 'organization' | 'support' },
): Promise<Retried> {
  await markLaneDue(tx, now)
  const relation = await findRelation(tx, relationId)
  if (relation === null) return 'not_found'
  const from = relation.state as RelationState
  const step = relationTransitions.find((it) => it.from === from && it.event === 'offered_again')
  if (step === undefined) return 'not_retryable'
  const set = { ...deliveryColumns(newDelivery), last_byte_at: relation.last_byte_at ?? relation.changed_at }
  if (
    !(await changeRelation(tx, {
      ...{ id: relation.id, booksId: relation.books_id },
      from,
      to: step.to,
      set,
      at: now,
    }))
  )
    return 'not_retryable'
  await freeBookingsOfRelation(tx, relation.id, now)
  const subject = await subjectOfRelation(tx, relation.id)
  await recordActivity(tx, relationEntry('relation_offered_again', subject, { at: now.getTime(), by }))
  return 'offered'
}
