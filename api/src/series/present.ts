import { nextNumberOf, type StoredSeries, type Transaction } from '@stella/database'
import type { PlainDate } from '@stella/invoicing'

/** A series with the number that an invoice of this day would get. */
export async function presentSeries(tx: Transaction, series: StoredSeries, day: PlainDate) {
  const { id, name, pattern, restartsYearly, isDefault, isUsed, revision } = series
  const next = await nextNumberOf(tx, series, day)
  return { id, name, pattern, restartsYearly, isDefault, isUsed, revision, next }
}
