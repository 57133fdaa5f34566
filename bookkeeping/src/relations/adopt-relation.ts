import {
  changeRelation,
  findCustomer,
  findRelationOfCustomer,
  holderOfRelation,
  insertRelation,
  type RelationRow,
  recordActivity,
  subjectOfRelation,
  type Transaction,
} from '@stella/database'
import { relationEntry } from '../activities/activity-entries.ts'
import { freeBookingsOfRelation } from './plan-relation.ts'
import { relationCodeOf } from './relation-code.ts'
import { relationContentOf } from './relation-content.ts'
import { type RelationState, relationTransitions } from './relation-states.ts'

/**
 * The relation of a customer in the linked books, as somebody says which it is: one that is not there yet becomes the one
 * with this code, and is not added. Nothing of it is changed there: what it has is taken for what Stella has, until the
 * customer changes. One that stands there, or may, stays what it is.
 *
 * @throws Error when the books are not those that are linked
 */
export async function adoptRelation(
  tx: Transaction,
  of: { customerId: string; booksId: string; code: string; id?: number; now: Date },
): Promise<RelationRow> {
  const { booksId, code, now } = of
  const customerId = await holderOfRelation(tx, { booksId, customerId: of.customerId })
  await insertRelation(tx, { booksId, customerId, code: relationCodeOf(customerId), at: now })
  const relation = await findRelationOfCustomer(tx, of.customerId)
  const customer = await findCustomer(tx, customerId)
  if (relation === null || customer === undefined) throw new Error(`${of.customerId} has no relation.`)
  const from = relation.state as RelationState
  const step = relationTransitions.find((it) => it.from === from && it.event === 'adopted')
  if (code === '' || step === undefined) return relation
  const set = {
    code,
    ...(of.id === undefined ? {} : { id_in_books: BigInt(of.id) }),
    content: JSON.stringify(relationContentOf(customer)),
    attempts: 0,
    failing_since: null,
    next_at: null,
    cause: null,
    cause_code: null,
  }
  if (!(await changeRelation(tx, { id: relation.id, booksId, from, to: step.to, set, at: now })))
    return relation
  await freeBookingsOfRelation(tx, relation.id, now)
  const subject = await subjectOfRelation(tx, relation.id)
  await recordActivity(tx, relationEntry('relation_recognised', subject, { at: now.getTime() }))
  return { ...relation, code, state: step.to }
}
