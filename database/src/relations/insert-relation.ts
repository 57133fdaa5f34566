import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** Plans the relation of a customer in these books, unless there is one already. Returns whether it was planned now. */
export async function insertRelation(
  tx: Transaction<DB>,
  relation: { booksId: string; customerId: string; code: string; at: Date },
): Promise<boolean> {
  const result = await tx
    .insertInto('relations')
    .values({
      books_id: relation.booksId,
      customer_id: relation.customerId,
      code: relation.code,
      state: 'planned',
      created_at: relation.at,
      changed_at: relation.at,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'customer_id', 'books_id']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
