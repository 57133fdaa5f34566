import type { CustomerContent } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { customerContentOf } from '../customers/customer-row.ts'
import type { DB } from '../schema/schema.generated.ts'
import type { RelationRow } from './relation.ts'

export type RelationWithCustomer = { relation: RelationRow; customer: CustomerContent }

/** A relation with its customer as it is now. */
export async function findRelationWithCustomer(
  tx: Transaction<DB>,
  relationId: string,
): Promise<RelationWithCustomer | null> {
  return split(await relationsWithCustomers(tx).where('relations.id', '=', relationId).executeTakeFirst())
}

/**
 * The relation that comes first among those that go on by themselves: one that is under way, which is at most
 * one, or else the one that is due first.
 */
export async function findFirstRelation(tx: Transaction<DB>): Promise<RelationWithCustomer | null> {
  const row = await relationsWithCustomers(tx)
    .where('relations.state', 'in', ['planned', 'sending', 'unknown', 'outdated', 'updating'])
    .orderBy(sql`relations.state in ('sending', 'updating')`, 'desc')
    .orderBy('relations.next_at', (order) => order.asc().nullsFirst())
    .orderBy('relations.id')
    .limit(1)
    .executeTakeFirst()
  return split(row)
}

/** In one statement: a worker asks this for every invoice. As JSON the texts of a customer stay what they are. */
function relationsWithCustomers(tx: Transaction<DB>) {
  return tx
    .selectFrom('relations')
    .innerJoin('customers', 'customers.id', 'relations.customer_id')
    .selectAll('relations')
    .select(sql<CustomerTexts>`to_jsonb(customers)`.as('customer'))
}

type CustomerTexts = Parameters<typeof customerContentOf>[0]

function split(row: (RelationRow & { customer: CustomerTexts }) | undefined): RelationWithCustomer | null {
  if (row === undefined) return null
  const { customer, ...relation } = row
  return { relation, customer: customerContentOf(customer) }
}
