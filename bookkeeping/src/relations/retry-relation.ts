import {
  changeRelation,
  findRelation,
  markLaneDue,
  type RelationRow,
  recordActivity,
  subjectOfRelation,
  type Transaction,
} from '@stella/database'
import { relationEntry } from '../activities/activity-entries.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { deliveryColumns } from '../postgres/columns.ts'
import { freeBookingsOfRelation } from './plan-relation.ts'
import { type RelationState, relationTransitions } from './relation-states.ts'

/** Offers a failed relation again, and the bookings that wait for it with it. */
export async function retryRelation(
  tx: Transaction,
  { relationId, now, by }: { relationId: string; now: Date; by: 'organization' | 'support' },
): Promise<'offered' | 'not_found' | 'not_retryable'> {
  await markLaneDue(tx, now)
  const relation = await findRelation(tx, relationId)
  if (relation === null) return 'not_found'
  if (!(await offerRelationAgain(tx, relation, { now, isMissed: false }))) return 'not_retryable'
  const subject = await subjectOfRelation(tx, relation.id)
  await recordActivity(tx, relationEntry('relation_offered_again', subject, { at: now.getTime(), by }))
  return 'offered'
}

/**
 * A relation that was refused is sent again; one of which it is not certain whether it is there is looked for
 * first, and added only when it is not. One that stands in the books is looked for when a booking missed it there.
 * Returns whether it was offered.
 */
export async function offerRelationAgain(
  tx: Transaction,
  relation: RelationRow,
  { now, isMissed }: { now: Date; isMissed: boolean },
): Promise<boolean> {
  const from = relation.state as RelationState
  const event = isMissed && from !== 'gone' ? 'missed_in_books' : 'offered_again'
  const step = relationTransitions.find((it) => it.from === from && it.event === event)
  if (step === undefined) return false
  const cause = step.to === 'planned' || step.to === 'outdated' ? null : 'being_looked_up'
  const lastByteAt = relation.last_byte_at ?? relation.changed_at
  // What was told to be gone was not seen then; nothing else is known to be absent.
  const absentSince = from === 'gone' ? relation.changed_at : null
  const unsent = { last_byte_at: lastByteAt, absent_since: absentSince }
  const set = { ...deliveryColumns({ ...newDelivery, cause }), ...unsent }
  const { id, books_id: booksId } = relation
  if (!(await changeRelation(tx, { id, booksId, from, to: step.to, set, at: now }))) return false
  await freeBookingsOfRelation(tx, relation.id, now)
  return true
}
