import type { PlainDate } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { holdCount } from './draw-number.ts'
import { findSeries } from './find-series.ts'
import { isYearUsed, type NextNumber, nextNumberOf } from './next-number.ts'

export interface NewStart {
  readonly seriesId: string
  /** A day of the year whose numbers are meant. */
  readonly invoiceDate: PlainDate
  /** The place that comes next from now on. */
  readonly place: number
  readonly reason: string | null
}

/**
 * Says with which place a series goes on. Before its first invoice of that year it may be any; after it only a higher
 * one, with a reason. Returns what came next before and what does now; the same place changes nothing.
 *
 * @throws DatabaseError `not_found`, `series_ground_used` with the lowest place that is free, `series_reason_missing`
 */
export async function setNextNumber(
  tx: Transaction<DB>,
  start: NewStart,
): Promise<{ before: NextNumber; after: NextNumber }> {
  const { series, year, lastPlace } = await holdCount(tx, start)
  const before = await nextNumberOf(tx, series, start.invoiceDate)
  if (start.place === lastPlace + 1) return { before, after: before }
  if (await isYearUsed(tx, series.id, year)) {
    if (start.place <= lastPlace)
      throw new DatabaseError('series_ground_used', { place: String(lastPlace + 1) })
    if (start.reason === null) throw new DatabaseError('series_reason_missing', { series: series.name })
  }
  await tx
    .insertInto('series_starts')
    .values({
      series_id: series.id,
      year,
      next_before: lastPlace + 1,
      next_place: start.place,
      reason: start.reason,
    })
    .execute()
  await tx
    .updateTable('series_counts')
    .set({ last_place: start.place - 1 })
    .where('series_id', '=', series.id)
    .where('year', '=', year)
    .where('last_place', '=', lastPlace)
    .execute()
  const after = await nextNumberOf(tx, await findSeries(tx, series.id), start.invoiceDate)
  return { before, after }
}
