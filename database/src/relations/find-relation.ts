import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { RelationRow } from './relation.ts'

export async function findRelation(tx: Transaction<DB>, relationId: string): Promise<RelationRow | null> {
  const row = await tx.selectFrom('relations').selectAll().where('id', '=', relationId).executeTakeFirst()
  return row ?? null
}

/**
 * The relation of a customer in the books that are linked, or that were linked last: its own, or else that of the customer
 * it went up in.
 */
export async function findRelationOfCustomer(
  tx: Transaction<DB>,
  customerId: string,
): Promise<RelationRow | null> {
  const row = await tx
    .selectFrom('relations')
    .innerJoin('connections', 'connections.books_id', 'relations.books_id')
    .selectAll('relations')
    .where(
      sql<boolean>`relations.customer_id in (${customerId}, (select merged_into from customers where id = ${customerId}))`,
    )
    .orderBy(sql`relations.customer_id = ${customerId}`, 'desc')
    .executeTakeFirst()
  return row ?? null
}
