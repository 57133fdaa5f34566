import type { CustomerContent } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { customerContentOf } from '../customers/customer-row.ts'
import type { DB } from '../schema.generated.ts'
import type { RelationRow } from './relation.ts'

export type RelationWithCustomer = { relation: RelationRow; customer: CustomerContent }

/** A relation with its customer as it is now. */
export async function findRelationWithCustomer(
  tx: Transaction<DB>,
  relationId: string,
): Promise<RelationWithCustomer | null> {
  return withCustomer(tx, relationId)
}

/**
 * The relation that comes first among those that go on by themselves: one that is under way, which is at most
 * one, or else the one that is due first.
 */
export async function findFirstRelation(tx: Transaction<DB>): Promise<RelationWithCustomer | null> {
  const first = await tx
    .selectFrom('relations')
    .select('id')
    .where('state', 'in', ['planned', 'sending', 'unknown', 'outdated', 'updating'])
    .orderBy(sql`state in ('sending', 'updating')`, 'desc')
    .orderBy('next_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return first === undefined ? null : withCustomer(tx, first.id)
}

async function withCustomer(tx: Transaction<DB>, relationId: string): Promise<RelationWithCustomer | null> {
  const relation = await tx
    .selectFrom('relations')
    .selectAll()
    .where('id', '=', relationId)
    .executeTakeFirst()
  if (relation === undefined) return null
  const customer = await tx
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', relation.customer_id)
    .executeTakeFirstOrThrow()
  return { relation, customer: customerContentOf(customer) }
}
