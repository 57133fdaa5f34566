import { sql, type Transaction } from 'kysely'
import { standingBookingStates } from '../bookings/booking-states.ts'
import type { DB } from '../schema/schema.generated.ts'

/** A customer that the books did not take, or took differently. */
export type FailedRelation = {
  readonly id: string
  readonly customerId: string
  readonly customer: string
  readonly cause: string | null
  readonly causeCode: string | null
}

/** States in which a person must act, as the engine has them; tests/agreement holds the two together. */
export const failedRelationStates = ['rejected', 'conflict', 'update_rejected', 'gone'] as const

const settled = sql.join([...standingBookingStates, 'excluded'].map((state) => sql.lit(state)))

/** Of a customer that went up in another only what its own invoices wait for. */
const isWanted = sql<boolean>`(customers.merged_into is null or exists (
  select from bookings where bookings.relation_id = relations.id and bookings.state not in (${settled})))`

/**
 * The relations of the transaction's organization, in the linked books, that wait for a person; those that wait
 * longest first.
 */
export async function listFailedRelations(
  tx: Transaction<DB>,
  { limit }: { limit: number },
): Promise<FailedRelation[]> {
  return failedRelations(tx)
    .select([
      'relations.id',
      'customers.id as customerId',
      'customers.name as customer',
      'relations.cause',
      'relations.cause_code as causeCode',
    ])
    .orderBy('relations.changed_at')
    .limit(limit)
    .execute()
}

/** How many relations of the transaction's organization wait for a person. */
export async function countFailedRelations(tx: Transaction<DB>): Promise<number> {
  const { count } = await failedRelations(tx)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Those that wait for a person; organizations_to_tell() in the migrations says the same of all organizations. */
export function failedRelations(tx: Transaction<DB>) {
  return tx
    .selectFrom('relations')
    .innerJoin('customers', 'customers.id', 'relations.customer_id')
    .innerJoin('connections', 'connections.books_id', 'relations.books_id')
    .where('relations.state', 'in', failedRelationStates)
    .where(isWanted)
}
