import { formatNumber, MAXIMUM_PLACE, type PlainDate, placeIn, yearInSeries } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { StoredSeries } from './find-series.ts'

/** As many numbers are looked up at once. */
const NUMBERS_AT_ONCE = 1_000

/**
 * The first place from this one on whose number no invoice of another program has, and where the last one that was
 * passed came from; null where none was.
 */
export async function pastHistory(
  tx: Transaction<DB>,
  { pattern }: Pick<StoredSeries, 'pattern'>,
  invoiceDate: PlainDate,
  from: number,
): Promise<{ place: number; origin: string | null }> {
  let origin: string | null = null
  // Nearly always the first one is free, and asking for one is enough.
  for (let place = from, count = 1; ; place += count, count = NUMBERS_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(count, MAXIMUM_PLACE - place + 1) }, (_, at) =>
      formatNumber(pattern, invoiceDate, place + at),
    )
    if (numbers.length === 0) return { place: MAXIMUM_PLACE + 1, origin }
    const rows = await tx
      .selectFrom('invoices')
      .select(['number', 'origin'])
      .where('number', 'in', numbers)
      .where('origin', 'is not', null)
      .execute()
    const taken = new Map(rows.map((row) => [row.number, row.origin]))
    const free = numbers.findIndex((number) => !taken.has(number))
    origin = taken.get(numbers[(free < 0 ? numbers.length : free) - 1] ?? '') ?? origin
    if (free >= 0) return { place: place + free, origin }
  }
}

/** The highest place in each year of a series that these numbers, given elsewhere, take. */
export function highestPlaces(
  series: Pick<StoredSeries, 'pattern' | 'restartsYearly'>,
  numbers: readonly { readonly number: string; readonly invoiceDate: PlainDate }[],
): ReadonlyMap<number, { readonly place: number; readonly invoiceDate: PlainDate }> {
  const highest = new Map<number, { place: number; invoiceDate: PlainDate }>()
  for (const { invoiceDate, number } of numbers) {
    const place = placeIn(series.pattern, invoiceDate, number)
    const year = yearInSeries(series, invoiceDate)
    if (place === null || place >= MAXIMUM_PLACE || place <= (highest.get(year)?.place ?? 0)) continue
    highest.set(year, { place, invoiceDate })
  }
  return highest
}
