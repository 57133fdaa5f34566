import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** When a relation may be sent, and why not before; both null for at once. */
export type Settling = { readonly nextAt: Date | null; readonly cause: string | null }

/** Plans the relation of a customer in these books, to be sent at once where nothing else is said, unless there is one already. Returns whether it was planned now. */
export async function insertRelation(
  tx: Transaction<DB>,
  relation: { booksId: string; customerId: string; code: string; at: Date } & Partial<Settling>,
): Promise<boolean> {
  const result = await tx
    .insertInto('relations')
    .values({
      books_id: relation.booksId,
      customer_id: relation.customerId,
      code: relation.code,
      state: 'planned',
      next_at: relation.nextAt ?? null,
      cause: relation.cause ?? null,
      created_at: relation.at,
      changed_at: relation.at,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'customer_id', 'books_id']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Lets a relation that waits for a draft to settle wait anew, or no longer. */
export async function settleRelation(
  tx: Transaction<DB>,
  customerId: string,
  { nextAt, cause }: Settling,
): Promise<void> {
  await tx
    .updateTable('relations')
    .set({ next_at: nextAt, cause })
    .where('customer_id', '=', customerId)
    .where('state', '=', 'planned')
    .where('cause', '=', 'draft_unsettled')
    .execute()
}

/** Forgets the relations that waited for a draft to settle which is no longer there, or is for another customer. */
export async function forgetUnsettledRelations(tx: Transaction<DB>): Promise<void> {
  await tx
    .deleteFrom('relations')
    .where('state', '=', 'planned')
    .where('cause', '=', 'draft_unsettled')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('invoices')
            .select(sql`1`.as('one'))
            .whereRef('invoices.customer_id', '=', 'relations.customer_id'),
        ),
      ),
    )
    .execute()
}
