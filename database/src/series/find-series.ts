import { type SeriesContent, shapeOf, usualPattern } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'

/** A series of numbers as it is stored. */
export interface StoredSeries extends SeriesContent {
  readonly id: string
  /** Whether drafts that choose none are numbered in it. One of an organization is. */
  readonly isDefault: boolean
  /** Whether credit notes that name no series are numbered in it. At most one is. */
  readonly isForCredits: boolean
  /** Whether an invoice has a number of it: then its numbers stay as they were begun. */
  readonly isUsed: boolean
  readonly revision: number
}

/**
 * The series with this id; without an id the organization's usual one, which is made where there is none yet.
 *
 * @throws DatabaseError `not_found`
 */
export async function findSeries(tx: Transaction<DB>, id: string | null): Promise<StoredSeries> {
  const found = await selectSeries(tx)
    .where((where) => (id === null ? where('is_default', '=', true) : where('id', '=', id)))
    .executeTakeFirst()
  if (found !== undefined) return found
  if (id !== null) throw new DatabaseError('not_found', { subject: 'series', id })
  await addUsualSeries(tx)
  return selectSeries(tx).where('is_default', '=', true).executeTakeFirstOrThrow()
}

/** All series of the organization, the usual one first. */
export async function listSeries(tx: Transaction<DB>): Promise<StoredSeries[]> {
  await findSeries(tx, null)
  return selectSeries(tx).orderBy('is_default', 'desc').orderBy('ordinal').execute()
}

function selectSeries(tx: Transaction<DB>) {
  return tx.selectFrom('series').select([
    'id',
    'name',
    'pattern',
    'restarts_yearly as restartsYearly',
    'is_default as isDefault',
    'for_credits as isForCredits',
    'revision',
    sql<boolean>`exists (select from invoices where invoices.organization_id = series.organization_id
        and invoices.state = 'final' and invoices.series_id = series.id)`.as('isUsed'),
  ])
}

/** Two who come first at once make one between them. */
async function addUsualSeries(tx: Transaction<DB>): Promise<void> {
  await tx
    .insertInto('series')
    .values({
      name: 'Facturen',
      pattern: usualPattern,
      restarts_yearly: true,
      shape: shapeOf(usualPattern),
      is_default: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
