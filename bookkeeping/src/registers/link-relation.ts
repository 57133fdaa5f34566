import {
  changeRelation,
  findCustomer,
  findRelationInBooks,
  insertRelation,
  isRelationKnown,
  type Transaction,
} from '@stella/database'
import { relationContentOf } from '../relations/relation-content.ts'

/**
 * Writes down that a customer is this relation of the books, so that none is added for it with its first invoice. A
 * relation that another customer is, or that is more than planned for this one, stays as it is. Returns whether it is
 * linked now.
 */
export async function linkRelation(
  tx: Transaction,
  link: { booksId: string; customerId: string; relation: { id: number; code: string }; at: Date },
): Promise<boolean> {
  const { at, booksId, customerId, relation } = link
  const customer = await findCustomer(tx, customerId)
  if (customer === undefined || (await isRelationKnown(tx, { booksId, idInBooks: relation.id }))) return false
  await insertRelation(tx, { booksId, customerId, code: relation.code, at })
  const known = await findRelationInBooks(tx, { booksId, customerId })
  if (known === null) return false
  return changeRelation(tx, {
    id: known.id,
    booksId,
    from: 'planned',
    to: 'present',
    set: {
      code: relation.code,
      id_in_books: BigInt(relation.id),
      content: JSON.stringify(relationContentOf(customer)),
      next_at: null,
      cause: null,
    },
    at,
  })
}
