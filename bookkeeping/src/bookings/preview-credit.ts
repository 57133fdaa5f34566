import { findBookingOfInvoice, findConnection, type Transaction } from '@stella/database'
import type { CauseCode } from '../causes/causes.ts'
import { decideForCredit, isCreditedIn } from '../deliveries/decide-for-credit.ts'
import type { BookingState } from './booking-states.ts'

/**
 * Why the booking of a credit note for this invoice would wait, made now; null when it goes at once, or when there is
 * nothing to book.
 */
export async function previewWaitOfCredit(
  tx: Transaction,
  { invoiceId, now }: { invoiceId: string; now: Date },
): Promise<CauseCode | null> {
  const connection = await findConnection(tx)
  const booking = await findBookingOfInvoice(tx, invoiceId)
  if (connection === null || connection.state === 'disconnected' || booking === null) return null
  const credited = { state: booking.state as BookingState, booksId: booking.books_id, nextAt: null }
  if (isCreditedIn(connection.books_id, credited)) return null
  return decideForCredit(credited, now.getTime()).change.cause ?? null
}
