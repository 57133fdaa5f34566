import { type SeriesContent, shapeOf } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { findSeries, type StoredSeries } from './find-series.ts'

/**
 * Adds a series whose content the domain has validated.
 *
 * @throws DatabaseError `series_alike` with the name of the series whose numbers could be the same
 */
export async function saveSeries(
  tx: Transaction<DB>,
  content: SeriesContent,
  isForCredits = false,
): Promise<StoredSeries> {
  // The usual series is there first: it must not be made later, with numbers that another took.
  await findSeries(tx, null)
  const added = await tx
    .insertInto('series')
    .values(valuesOf(content))
    .onConflict((conflict) => conflict.columns(['organization_id', 'shape']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw await alike(tx, content)
  if (isForCredits) await takeCredits(tx, added.id)
  return findSeries(tx, added.id)
}

export interface SeriesChange {
  readonly id: string
  /** The one that was read; when somebody saved since, this save is refused. */
  readonly revision: number
  readonly content: SeriesContent
  /** Makes it the usual one instead of the series that is. */
  readonly isDefault?: boolean | undefined
  /** Makes it the one of credit notes, or no longer; as it is when left out. */
  readonly isForCredits?: boolean | undefined
}

/**
 * Changes a series. Its pattern, and whether it begins anew each year, only while no invoice has a number of it.
 *
 * @throws DatabaseError `not_found`, `revision_conflict`, `series_used`, `series_alike`
 */
export async function updateSeries(tx: Transaction<DB>, change: SeriesChange): Promise<StoredSeries> {
  const { id, content } = change
  // Whoever draws from it now is done first, so that what is read here is true until the commit.
  await tx.selectFrom('series').select('id').where('id', '=', id).forUpdate().execute()
  const before = await findSeries(tx, id)
  if (before.revision !== change.revision)
    throw new DatabaseError('revision_conflict', { subject: 'series', id })
  const isSame = before.pattern === content.pattern && before.restartsYearly === content.restartsYearly
  if (before.isUsed && !isSame) throw new DatabaseError('series_used', { series: before.name })
  const shape = shapeOf(content.pattern)
  const other = await withShape(tx, shape)
  if (other !== undefined && other.id !== id) throw await alike(tx, content)
  if (change.isDefault === true && !before.isDefault) {
    await tx.updateTable('series').set({ is_default: false }).where('is_default', '=', true).execute()
  }
  await tx
    .updateTable('series')
    .set({
      ...valuesOf(content),
      ...(change.isDefault === true ? { is_default: true } : {}),
      ...(change.isForCredits === false ? { for_credits: false } : {}),
      revision: sql`revision + 1`,
    })
    .where('id', '=', id)
    .execute()
  if (change.isForCredits === true) await takeCredits(tx, id)
  return findSeries(tx, id)
}

/** Makes it the series of credit notes, instead of the one that is. */
async function takeCredits(tx: Transaction<DB>, id: string): Promise<void> {
  await tx
    .updateTable('series')
    .set({ for_credits: false })
    .where('for_credits', '=', true)
    .where('id', '<>', id)
    .execute()
  await tx.updateTable('series').set({ for_credits: true }).where('id', '=', id).execute()
}

/**
 * Removes a series that no invoice has a number of and that is not the usual one. Drafts that chose it go to the
 * usual one.
 *
 * @throws DatabaseError `not_found`, `series_used`
 */
export async function deleteSeries(tx: Transaction<DB>, id: string): Promise<void> {
  await tx.selectFrom('series').select('id').where('id', '=', id).forUpdate().execute()
  const series = await findSeries(tx, id)
  if (series.isUsed || series.isDefault) throw new DatabaseError('series_used', { series: series.name })
  await tx
    .updateTable('invoices')
    .set({ series_id: null })
    .where('series_id', '=', id)
    .where('state', '=', 'draft')
    .execute()
  await tx.deleteFrom('series').where('id', '=', id).execute()
}

function valuesOf({ name, pattern, restartsYearly }: SeriesContent) {
  return { name, pattern, restarts_yearly: restartsYearly, shape: shapeOf(pattern) }
}

async function alike(tx: Transaction<DB>, content: SeriesContent): Promise<DatabaseError> {
  const other = await withShape(tx, shapeOf(content.pattern))
  return new DatabaseError('series_alike', { series: other?.name ?? '' })
}

function withShape(tx: Transaction<DB>, shape: string) {
  return tx.selectFrom('series').select(['id', 'name']).where('shape', '=', shape).executeTakeFirst()
}
