import type { PayableInBooks, StrayPayment } from '@stella/database'
import type { Instant } from '../ports/clock.ts'
import type { FoundOpenItem } from '../ports/readings.ts'
import { SECOND_READING_AFTER_MS } from './reading.ts'

/** What a reading of open items says of one document. */
export type PaymentDecision = { readonly payable: PayableInBooks } & (
  | { readonly kind: 'unchanged' }
  /** Said against what was known, and not believed before a second reading says so too. */
  | { readonly kind: 'pending'; readonly outstanding: bigint; readonly since: Instant }
  /** What one reading said is not so. */
  | { readonly kind: 'cleared' }
  | { readonly kind: 'changed'; readonly outstanding: bigint }
  /** Not among the open items twice: settled, if it still stands in the books. Who looks there knows. */
  | { readonly kind: 'settled' }
)

/**
 * Decides from the open items of these books what became of each document.
 *
 * Less that is open is believed at once: a reading that lags behind shows more. More that is open than was known, or
 * an item that is not there, is believed when two readings say the same, further apart than a reading may lag; so
 * one that lags makes no paid invoice unpaid, and an empty answer pays nothing. An amount that is no number of cents
 * says nothing.
 */
export function decidePayments(
  payables: readonly PayableInBooks[],
  items: readonly FoundOpenItem[],
  askedAt: Instant,
): PaymentDecision[] {
  const byNumber = Map.groupBy(items, ({ invoiceNumber }) => comparable(invoiceNumber))
  return payables.map((payable) => {
    const item = itemOf(payable, byNumber.get(comparable(payable.number)) ?? [])
    if (item === null) return decide(payable, 0n, true, askedAt)
    const outstanding = item === 'unclear' ? null : openOf(payable, item)
    return outstanding === null
      ? { payable, kind: 'unchanged' }
      : decide(payable, outstanding, false, askedAt)
  })
}

function decide(
  payable: PayableInBooks,
  outstanding: bigint,
  isAbsent: boolean,
  askedAt: Instant,
): PaymentDecision {
  const { gross, pending } = payable
  if (outstanding === payable.outstanding)
    return { payable, kind: pending === null ? 'unchanged' : 'cleared' }
  const sign = gross < 0n ? -1n : 1n
  const isLessOpen = sign * outstanding < sign * payable.outstanding
  if (!isAbsent && isLessOpen) return { payable, kind: 'changed', outstanding }
  const isSaidAgain = pending !== null && pending.outstanding === outstanding
  if (!isSaidAgain) return { payable, kind: 'pending', outstanding, since: askedAt }
  const since = pending.since.getTime()
  if (askedAt < since + SECOND_READING_AFTER_MS) return { payable, kind: 'pending', outstanding, since }
  return isAbsent ? { payable, kind: 'settled' } : { payable, kind: 'changed', outstanding }
}

/** What is open of the document itself: people may have booked something else under its number, which is not its own. */
function openOf({ gross }: PayableInBooks, { amount, outstanding }: FoundOpenItem): bigint | null {
  return amount === null || outstanding === null ? null : gross - (amount - outstanding)
}

/**
 * Its item: of its number and relation. People may have changed the code of the relation since, so one of its number
 * that was invoiced for as much is its own too. `unclear` when there is another only: then this reading says nothing.
 */
function itemOf(
  payable: PayableInBooks,
  sameNumber: readonly FoundOpenItem[],
): FoundOpenItem | null | 'unclear' {
  if (sameNumber.length === 0) return null
  const code = comparable(payable.relationCode)
  const own = sameNumber.filter(({ relationCode }) => comparable(relationCode) === code)
  const candidates = own.length > 0 ? own : sameNumber.filter(({ amount }) => amount === payable.gross)
  const [only, ...others] = candidates
  return only === undefined || others.length > 0 ? 'unclear' : only
}

/** Money under a number that nothing was invoiced under. */
export function strayPayments(items: readonly FoundOpenItem[]): StrayPayment[] {
  return items.flatMap(({ amount, date, invoiceNumber, outstanding, relationCode }) =>
    amount === 0n && outstanding !== null && outstanding < 0n
      ? [
          {
            invoiceNumber: invoiceNumber.trim(),
            relationCode: relationCode.trim(),
            date,
            amount: -outstanding,
          },
        ]
      : [],
  )
}

/** Numbers and codes are compared as the service does. */
export function comparable(text: string): string {
  return text.trim().toLowerCase()
}
