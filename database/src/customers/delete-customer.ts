import type { Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Takes a customer away for good, of whom there is nothing: no invoice, draft or final, no relation, and none that went
 * up in it. The references of the database hold it to that, whatever happens meanwhile.
 *
 * @throws DatabaseError `not_found`, `customer_invoiced`
 */
export async function deleteCustomer(tx: Transaction<DB>, id: string): Promise<void> {
  const row = await tx
    .selectFrom('customers')
    .select(({ exists, selectFrom, or }) =>
      or([
        exists(selectFrom('invoices').select('invoices.id').where('invoices.customer_id', '=', id)),
        exists(selectFrom('relations').select('relations.id').where('relations.customer_id', '=', id)),
        exists(selectFrom('customers as others').select('others.id').where('others.merged_into', '=', id)),
      ]).as('is_used'),
    )
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new DatabaseError('not_found', { subject: 'customer', id })
  if (row.is_used) throw new DatabaseError('customer_invoiced', { id })
  await tx.deleteFrom('customers').where('id', '=', id).execute()
}
