import type { CustomerContent } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import { takeRelations } from '../relations/take-relations.ts'
import type { DB } from '../schema/schema.generated.ts'
import { customerColumns, customerOf, customerValues, type StoredCustomer } from './customer-row.ts'

export interface CustomerMerge {
  /** The customer that stays, and the revision of it that was read. */
  readonly kept: { readonly id: string; readonly revision: number }
  /** The one that goes up in it. */
  readonly gone: { readonly id: string; readonly revision: number }
  /** What the one that stays is from now on. */
  readonly contentOf: (kept: StoredCustomer, gone: StoredCustomer) => CustomerContent
}

export interface MergedCustomers {
  readonly kept: StoredCustomer
  readonly gone: StoredCustomer
  /** Drafts that were for the one and are for the other now. */
  readonly movedDrafts: number
}

/**
 * Makes one customer of two. The one that goes leaves the list, its drafts are for the one that stays, and what went up
 * in it before goes along. Its final invoices stay as they are; its relation in the books is that of the one that stays
 * where that has none, and stays as it is otherwise.
 *
 * Locks are taken customers first and invoices after, as whoever saves a draft does; and such that making an invoice
 * final, which holds its invoice and then only refers to the customer, waits for nobody.
 *
 * @throws DatabaseError `not_found`, `revision_conflict`, `customer_merged`, `customer_archived` (the one that stays)
 */
export async function mergeCustomers(tx: Transaction<DB>, merge: CustomerMerge): Promise<MergedCustomers> {
  const { kept, gone } = await lockBoth(tx, merge)
  const stays = await tx
    .updateTable('customers')
    .set({ ...customerValues(merge.contentOf(kept, gone)), ...asChanged })
    .where('id', '=', kept.id)
    .returning(customerColumns)
    .executeTakeFirstOrThrow()
  const goes = await tx
    .updateTable('customers')
    .set({
      archived_at: sql<Date>`coalesce(archived_at, clock_timestamp())`,
      merged_into: kept.id,
      ...asChanged,
    })
    .where('id', '=', gone.id)
    .returning(customerColumns)
    .executeTakeFirstOrThrow()
  await tx.updateTable('customers').set({ merged_into: kept.id }).where('merged_into', '=', gone.id).execute()
  const { numUpdatedRows } = await tx
    .updateTable('invoices')
    .set({ customer_id: kept.id, ...asChanged })
    .where('customer_id', '=', gone.id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  await takeRelations(tx, { from: gone.id, to: kept.id })
  return { kept: customerOf(stays), gone: customerOf(goes), movedDrafts: Number(numUpdatedRows) }
}

const asChanged = {
  revision: sql<number>`revision + 1`,
  updated_at: sql<Date>`clock_timestamp()`,
}

async function lockBoth(tx: Transaction<DB>, merge: CustomerMerge) {
  const rows = await tx
    .selectFrom('customers')
    .select(customerColumns)
    .where('id', 'in', [merge.kept.id, merge.gone.id])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const merged = rows.find((row) => row.merged_into !== null)
  // Said before what else changed: whoever presses twice finds that it is done.
  if (merged !== undefined) throw new DatabaseError('customer_merged', { id: merged.id })
  const find = ({ id, revision }: CustomerMerge['kept']): StoredCustomer => {
    const row = rows.find((it) => it.id === id)
    if (row === undefined) throw new DatabaseError('not_found', { subject: 'customer', id })
    if (row.revision !== revision) throw new DatabaseError('revision_conflict', { subject: 'customer', id })
    return customerOf(row)
  }
  const [kept, gone] = [find(merge.kept), find(merge.gone)]
  if (kept.archivedAt !== null) throw new DatabaseError('customer_archived', { id: kept.id })
  return { kept, gone }
}
