import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { RelationRow } from './relation.ts'

export async function findRelation(tx: Transaction<DB>, relationId: string): Promise<RelationRow | null> {
  const row = await tx.selectFrom('relations').selectAll().where('id', '=', relationId).executeTakeFirst()
  return row ?? null
}

export async function findRelationOfCustomer(
  tx: Transaction<DB>,
  customerId: string,
): Promise<RelationRow | null> {
  const row = await tx
    .selectFrom('relations')
    .selectAll()
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row ?? null
}
