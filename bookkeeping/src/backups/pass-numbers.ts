import { listSeries, nextNumberOf, setNextNumber, type Transaction } from '@stella/database'
import { parsePlainDate, placeIn, yearInSeries } from '@stella/invoicing'
import type { BookedMutation } from '../ports/readings.ts'

/** Lets every series go on after the highest number of it that the books have from Stella. */
export async function passNumbers(
  tx: Transaction,
  sales: readonly BookedMutation[],
  reason: string,
): Promise<void> {
  for (const series of await listSeries(tx)) {
    const highest = new Map<number, { place: number; invoiceDate: ReturnType<typeof parsePlainDate> }>()
    for (const { date, invoiceNumber } of sales) {
      const invoiceDate = parsePlainDate(date)
      const place = placeIn(series.pattern, invoiceDate, invoiceNumber)
      const year = yearInSeries(series, invoiceDate)
      if (place !== null && place > (highest.get(year)?.place ?? 0)) highest.set(year, { place, invoiceDate })
    }
    for (const { invoiceDate, place } of highest.values()) {
      const next = await nextNumberOf(tx, series, invoiceDate)
      if (place >= next.place)
        await setNextNumber(tx, { seriesId: series.id, invoiceDate, place: place + 1, reason })
    }
  }
}
