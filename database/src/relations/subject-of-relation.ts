import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What the log says of a relation: whose, and under which code. */
export type RelationSubject = { customerId: string; customer: string; code: string }

export async function subjectOfRelation(tx: Transaction<DB>, relationId: string): Promise<RelationSubject> {
  const row = await tx
    .selectFrom('relations')
    .innerJoin('customers', 'customers.id', 'relations.customer_id')
    .select(['customers.id', 'customers.name', 'relations.code'])
    .where('relations.id', '=', relationId)
    .executeTakeFirstOrThrow()
  return { customerId: row.id, customer: row.name, code: row.code }
}
