import type { Transaction } from 'kysely'
import type { DB } from '../schema.generated.ts'

/** A customer that the books did not take, or took differently. */
export type FailedRelation = {
  readonly id: string
  readonly customerId: string
  readonly customer: string
  readonly cause: string | null
}

/** The relations of the transaction's organization that wait for a person, those that wait longest first. */
export async function listFailedRelations(
  tx: Transaction<DB>,
  { limit }: { limit: number },
): Promise<FailedRelation[]> {
  return tx
    .selectFrom('relations')
    .innerJoin('customers', 'customers.id', 'relations.customer_id')
    .select(['relations.id', 'customers.id as customerId', 'customers.name as customer', 'relations.cause'])
    .where('relations.state', 'in', ['rejected', 'conflict', 'update_rejected'])
    .orderBy('relations.changed_at')
    .limit(limit)
    .execute()
}
