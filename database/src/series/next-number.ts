import { formatNumber, MAXIMUM_PLACE, type PlainDate, yearInSeries } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { StoredSeries } from './find-series.ts'
import { pastHistory } from './pass-history.ts'

/** The number an invoice would get if it were made final now. Another invoice may take it first. */
export interface NextNumber {
  /** The year whose numbers these are; 0 where the series goes on over the years. */
  readonly year: number
  readonly place: number
  readonly number: string
  /** Whether an invoice has a number of these already: then it can only go up. */
  readonly isUsed: boolean
}

/** The number an invoice of this date would get in a series. Nothing is drawn or locked. */
export async function nextNumberOf(
  tx: Transaction<DB>,
  series: StoredSeries,
  invoiceDate: PlainDate,
): Promise<NextNumber> {
  const year = yearInSeries(series, invoiceDate)
  const count = await tx
    .selectFrom('series_counts')
    .select('last_place')
    .where('series_id', '=', series.id)
    .where('year', '=', year)
    .executeTakeFirst()
  const next = await pastHistory(tx, series, invoiceDate, (count?.last_place ?? 0) + 1)
  const place = Math.min(next.place, MAXIMUM_PLACE)
  return {
    year,
    place,
    number: formatNumber(series.pattern, invoiceDate, place),
    isUsed: await isYearUsed(tx, series.id, year),
  }
}

export async function isYearUsed(tx: Transaction<DB>, seriesId: string, year: number): Promise<boolean> {
  const used = await tx
    .selectFrom('invoices')
    .select('id')
    .where('state', '=', 'final')
    .where('series_id', '=', seriesId)
    .where('series_year', '=', year)
    .limit(1)
    .executeTakeFirst()
  return used !== undefined
}
