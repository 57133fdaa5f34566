import type { CustomerContent } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { customerColumns, customerOf, customerValues, type StoredCustomer } from './customer-row.ts'

/** Adds a customer whose content the domain has validated. */
export async function saveCustomer(tx: Transaction<DB>, content: CustomerContent): Promise<StoredCustomer> {
  const row = await tx
    .insertInto('customers')
    .values(customerValues(content))
    .returning(customerColumns)
    .executeTakeFirstOrThrow()
  return customerOf(row)
}

/** The same for several at once, each with an id of its own. */
export async function saveCustomers(
  tx: Transaction<DB>,
  customers: readonly { readonly id: string; readonly content: CustomerContent }[],
): Promise<void> {
  if (customers.length === 0) return
  const values = customers.map(({ content, id }) => ({ id, ...customerValues(content) }))
  await tx.insertInto('customers').values(values).execute()
}

export interface CustomerChange {
  readonly id: string
  /** The one that was read; when somebody saved since, this save is refused. */
  readonly revision: number
  readonly content: CustomerContent
}

/**
 * Replaces the whole content of a customer. Final invoices keep the name and address they were made with.
 *
 * @throws DatabaseError `not_found`, `revision_conflict`
 */
export async function updateCustomer(tx: Transaction<DB>, change: CustomerChange): Promise<StoredCustomer> {
  const row = await tx
    .updateTable('customers')
    .set({
      ...customerValues(change.content),
      revision: sql`revision + 1`,
      updated_at: sql`clock_timestamp()`,
    })
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .returning(customerColumns)
    .executeTakeFirst()
  if (row === undefined) throw await whyNotChanged(tx, change.id)
  return customerOf(row)
}

async function whyNotChanged(tx: Transaction<DB>, id: string): Promise<DatabaseError> {
  const row = await tx.selectFrom('customers').select('id').where('id', '=', id).executeTakeFirst()
  return new DatabaseError(row === undefined ? 'not_found' : 'revision_conflict', { subject: 'customer', id })
}
