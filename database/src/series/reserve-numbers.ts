import type { PlainDate } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { holdCount } from './draw-number.ts'
import { listSeries } from './find-series.ts'
import { highestPlaces } from './pass-history.ts'
import { setNextNumber } from './set-next-number.ts'

/**
 * Lets each series go on behind the numbers that were given in its form elsewhere: by another program, or by Stella
 * after the backup that was put back. What looks like none of a series is left: a number is never given twice,
 * whatever a series comes to look like.
 *
 * @param reason the program or the file, or that a backup was put back, as people read it
 */
export async function reserveNumbers(
  tx: Transaction<DB>,
  numbers: readonly { readonly number: string; readonly invoiceDate: PlainDate }[],
  reason: string,
): Promise<void> {
  for (const series of await listSeries(tx)) {
    for (const { invoiceDate, place } of highestPlaces(series, numbers).values()) {
      const { lastPlace } = await holdCount(tx, { seriesId: series.id, invoiceDate })
      if (place > lastPlace)
        await setNextNumber(tx, { seriesId: series.id, invoiceDate, place: place + 1, reason })
    }
  }
}
