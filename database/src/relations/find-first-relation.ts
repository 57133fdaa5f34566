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
 * one, in whichever books, or else the one of these books that is due first.
 */
export async function findFirstRelation(
  tx: Transaction<DB>,
  booksId: string,
): Promise<RelationWithCustomer | null> {
  const row = await relationsWithCustomers(tx)
    .where('relations.state', 'in', ['planned', 'sending', 'unknown', 'outdated', 'updating', 'missed'])
    .where((eb) =>
      eb.or([eb('relations.books_id', '=', booksId), eb('relations.state', 'in', ['sending', 'updating'])]),
    )
    .orderBy(sql`relations.state in ('sending', 'updating')`, 'desc')
    .orderBy('relations.next_at', (order) => order.asc().nullsFirst())
    .orderBy('relations.id')
    .limit(1)
    .executeTakeFirst()
  return split(row)
}

/** The relations of these books that stand there and have a booking, with their customers as they are now. */
export async function listInvoicedRelations(
  tx: Transaction<DB>,
  booksId: string,
): Promise<RelationWithCustomer[]> {
  const rows = await relationsWithCustomers(tx)
    .where('relations.books_id', '=', booksId)
    .where('relations.state', 'in', ['present', 'update_rejected'])
    .where((eb) =>
      eb.exists(
        eb.selectFrom('bookings').select('bookings.id').whereRef('bookings.relation_id', '=', 'relations.id'),
      ),
    )
    .execute()
  return rows.flatMap((row) => split(row) ?? [])
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
