import {
  changeRelation,
  findRelationOfCustomer,
  insertRelation,
  listCustomerIds,
  type Transaction,
} from '@stella/database'
import { newDelivery } from '../deliveries/delivery.ts'
import { deliveryColumns } from '../postgres/columns.ts'
import { relationCodeOf } from '../relations/relation-code.ts'

/**
 * Of customers whose relation stands in the books and is not known: an invoice of theirs was booked after the backup.
 * Each begins as one of unknown outcome, so it is looked up and not added once more.
 *
 * @param codes of the relations that the books have on those invoices
 */
export async function recoverRelations(
  tx: Transaction,
  { codes, booksId, at }: { codes: readonly string[]; booksId: string; at: Date },
): Promise<void> {
  if (codes.length === 0) return
  const wanted = new Set(codes)
  for (const customerId of await listCustomerIds(tx)) {
    const code = relationCodeOf(customerId)
    if (!wanted.has(code) || !(await insertRelation(tx, { booksId, customerId, code, at }))) continue
    const relation = await findRelationOfCustomer(tx, customerId)
    if (relation === null) continue
    const unknown = deliveryColumns({ ...newDelivery, lastByteAt: at.getTime() })
    await changeRelation(tx, { id: relation.id, booksId, from: 'planned', to: 'unknown', set: unknown, at })
  }
}
