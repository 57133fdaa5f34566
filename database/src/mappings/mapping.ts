import type { VatTreatment } from '@stella/invoicing'
import type { Selectable, Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'

/** Which accounts of some books sales are booked on, from when, and who said so. */
export interface StoredMapping {
  /** Counts from 1 for each administration. */
  readonly version: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly debtorsAccount: string
  readonly revenueAccount: string
  /** Of those VAT treatments that have one of their own. */
  readonly byTreatment: Readonly<Partial<Record<VatTreatment, string>>>
}

/** The mapping of these books that counts now; null where nobody chose one. */
export async function findMapping(tx: Transaction<DB>, booksId: string): Promise<StoredMapping | null> {
  const [latest] = await listMappings(tx, booksId, 1)
  return latest ?? null
}

/** The mappings of these books, the newest first. */
export async function listMappings(
  tx: Transaction<DB>,
  booksId: string,
  limit: number,
): Promise<StoredMapping[]> {
  const rows = await tx
    .selectFrom('mappings')
    .selectAll()
    .where('books_id', '=', booksId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(mappingOf)
}

/**
 * Adds a mapping, which counts from now on.
 *
 * @throws DatabaseError `revision_conflict` when somebody else added one with this version
 */
export async function insertMapping(
  tx: Transaction<DB>,
  booksId: string,
  mapping: StoredMapping,
): Promise<void> {
  const row = await tx
    .insertInto('mappings')
    .values({
      books_id: booksId,
      version: mapping.version,
      made_at: mapping.madeAt,
      made_by: mapping.madeBy,
      debtors_account: mapping.debtorsAccount,
      revenue_account: mapping.revenueAccount,
      by_treatment: JSON.stringify(mapping.byTreatment),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) throw new DatabaseError('revision_conflict', { subject: 'mapping', id: booksId })
}

function mappingOf(row: Selectable<DB['mappings']>): StoredMapping {
  return {
    version: row.version,
    madeAt: row.made_at,
    madeBy: row.made_by,
    debtorsAccount: row.debtors_account,
    revenueAccount: row.revenue_account,
    // Written by insertMapping() and by nobody else.
    byTreatment: row.by_treatment as StoredMapping['byTreatment'],
  }
}
