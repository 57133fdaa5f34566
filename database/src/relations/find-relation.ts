import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { RelationRow } from './relation.ts'

export async function findRelation(tx: Transaction<DB>, relationId: string): Promise<RelationRow | null> {
  const row = await tx.selectFrom('relations').selectAll().where('id', '=', relationId).executeTakeFirst()
  return row ?? null
}

/** The relation of a customer in these books. */
export async function findRelationInBooks(
  tx: Transaction<DB>,
  { booksId, customerId }: { booksId: string; customerId: string },
): Promise<RelationRow | null> {
  const row = await tx
    .selectFrom('relations')
    .selectAll()
    .where('books_id', '=', booksId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row ?? null
}

/** Whether a customer is known to be the relation with this id in these books. */
export async function isRelationKnown(
  tx: Transaction<DB>,
  { booksId, idInBooks }: { booksId: string; idInBooks: number },
): Promise<boolean> {
  const row = await tx
    .selectFrom('relations')
    .select('id')
    .where('books_id', '=', booksId)
    .where('id_in_books', '=', BigInt(idInBooks))
    .executeTakeFirst()
  return row !== undefined
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
