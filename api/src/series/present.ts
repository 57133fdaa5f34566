import { listNumbersInBooks, nextNumberOf, type StoredSeries, type Transaction } from '@stella/database'
import { formatNumber, MAXIMUM_PLACE, type PlainDate, placeIn } from '@stella/invoicing'

/** A series with the number that an invoice of this day would get, and where it had better go on. */
export async function presentSeries(tx: Transaction, series: StoredSeries, day: PlainDate) {
  const { id, name, pattern, restartsYearly, isDefault, isForCredits, isUsed, revision } = series
  const next = await nextNumberOf(tx, series, day)
  const known = await listNumbersInBooks(tx)
  const proposal = proposalOf({ pattern, day, next, numbers: known })
  const numbers = { pattern, restartsYearly, next, proposal }
  return { id, name, ...numbers, isDefault, isForCredits, isUsed, revision }
}

type Known = { pattern: string; day: PlainDate; next: { place: number }; numbers: readonly string[] }

/** One further than the highest number of this form that the books know, where the series has not come as far. */
function proposalOf({ pattern, day, next, numbers }: Known) {
  const places = numbers.map((number) => placeIn(pattern, day, number) ?? 0)
  const highest = places.reduce((most, place) => Math.max(most, place), 0)
  if (highest < next.place || highest >= MAXIMUM_PLACE) return null
  const place = highest + 1
  return { known: formatNumber(pattern, day, highest), place, number: formatNumber(pattern, day, place) }
}
