import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { customerColumns, customerOf, type StoredCustomer } from './customer-row.ts'
import { findCustomer } from './list-customers.ts'

/**
 * Takes a customer out of the list, or brings it back. Drafts that it has stay; nothing is ever taken away. Repeating it
 * is harmless: whether anything changed is told.
 *
 * @throws DatabaseError `not_found`; `customer_merged` for bringing back what went up in another
 */
export async function archiveCustomer(
  tx: Transaction<DB>,
  { id, archived }: { readonly id: string; readonly archived: boolean },
): Promise<{ readonly customer: StoredCustomer; readonly changed: boolean }> {
  const row = await tx
    .updateTable('customers')
    .set({ archived_at: archived ? sql<Date>`clock_timestamp()` : null })
    .where('id', '=', id)
    .where('archived_at', archived ? 'is' : 'is not', null)
    .where('merged_into', 'is', null)
    .returning(customerColumns)
    .executeTakeFirst()
  if (row !== undefined) return { customer: customerOf(row), changed: true }
  const customer = await findCustomer(tx, id)
  if (customer === undefined) throw new DatabaseError('not_found', { subject: 'customer', id })
  if (customer.mergedInto !== null && !archived) throw new DatabaseError('customer_merged', { id })
  return { customer, changed: false }
}
