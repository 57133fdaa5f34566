import { formatNumber, MAXIMUM_PLACE, type PlainDate, yearInSeries } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { findSeries, type StoredSeries } from './find-series.ts'
import { pastHistory } from './pass-history.ts'

/** A count of a series that is held: whoever draws from it as well waits until the transaction ends. */
export interface HeldCount {
  readonly series: StoredSeries
  /** 0 where the series goes on over the years. */
  readonly year: number
  readonly lastPlace: number
}

/** What an invoice gets from its series. */
export interface DrawnNumber {
  readonly number: string
  readonly seriesId: string
  readonly year: number
  readonly place: number
}

/**
 * Holds the count that an invoice of this date is numbered by; without an id that of the usual series. It stands before
 * a number that is free: what another program gave is passed.
 *
 * @throws DatabaseError `not_found`, `series_full`, `books_not_compared`
 */
export async function holdCount(
  tx: Transaction<DB>,
  wanted: { readonly seriesId: string | null; readonly invoiceDate: PlainDate },
): Promise<HeldCount> {
  const { id } = await findSeries(tx, wanted.seriesId)
  // Its pattern stays as it is until the number is drawn; read again, because it may have changed before the lock.
  await tx.selectFrom('series').select('id').where('id', '=', id).forShare().execute()
  const series = await findSeries(tx, id)
  const year = yearInSeries(series, wanted.invoiceDate)
  await tx
    .insertInto('series_counts')
    .values({ series_id: id, year })
    .onConflict((conflict) => conflict.columns(['organization_id', 'series_id', 'year']).doNothing())
    .execute()
  const { last_place, is_uncompared } = await tx
    .selectFrom('series_counts')
    .select('last_place')
    .select(isUncompared)
    .where('series_id', '=', id)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (is_uncompared) throw new DatabaseError('books_not_compared')
  const next = await pastHistory(tx, series, wanted.invoiceDate, last_place + 1)
  const held = { series, year, lastPlace: last_place }
  return next.origin === null ? held : moveOn(tx, held, { ...next, reason: next.origin })
}

/** Moves a count that is held on over the numbers that another program gave, which is written down. */
async function moveOn(
  tx: Transaction<DB>,
  { lastPlace, series, year }: HeldCount,
  { place, reason }: { readonly place: number; readonly reason: string },
): Promise<HeldCount> {
  if (place > MAXIMUM_PLACE) throw new DatabaseError('series_full', { series: series.name })
  const start = { series_id: series.id, year, next_before: lastPlace + 1, next_place: place, reason }
  await tx.insertInto('series_starts').values(start).execute()
  await tx
    .updateTable('series_counts')
    .set({ last_place: place - 1 })
    .where('series_id', '=', series.id)
    .where('year', '=', year)
    .where('last_place', '=', lastPlace)
    .execute()
  return { series, year, lastPlace: place - 1 }
}

/** After a restore: which numbers were given since the backup, only the books know. */
const isUncompared = sql<boolean>`exists (select from connections where restored_at is not null)`.as(
  'is_uncompared',
)

/**
 * Moves a count that is held on to this place, the next one.
 *
 * @throws DatabaseError `series_full`
 */
export async function drawNumber(
  tx: Transaction<DB>,
  { series, year }: HeldCount,
  { place, invoiceDate }: { readonly place: number; readonly invoiceDate: PlainDate },
): Promise<DrawnNumber> {
  if (place > MAXIMUM_PLACE) throw new DatabaseError('series_full', { series: series.name })
  await tx
    .updateTable('series_counts')
    .set({ last_place: place })
    .where('series_id', '=', series.id)
    .where('year', '=', year)
    .where('last_place', '=', place - 1)
    .execute()
  return { number: formatNumber(series.pattern, invoiceDate, place), seriesId: series.id, year, place }
}
