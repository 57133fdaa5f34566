import { type Retried, retryBooking } from '@stella/bookkeeping'
import { findSupportBooking, inTransaction } from '@stella/database'
import { type AtWork, offerWithin } from '../desk/offer-within.ts'
import type { SupportDatabases } from '../desk/support-databases.ts'

/**
 * Offers a failed booking again, for the organization it belongs to.
 *
 * @returns `not_retryable` when it has not failed, so that nothing is ever sent twice blindly
 */
export async function offerBookingAgain(
  databases: SupportDatabases,
  request: AtWork & { readonly bookingId: string },
): Promise<Retried> {
  const { bookingId, now } = request
  const booking = await inTransaction(databases.support, (tx) => findSupportBooking(tx, bookingId))
  if (booking === undefined) return 'not_found'
  return offerWithin(databases, booking.organization_id, { bookingId }, request, (tx) =>
    retryBooking(tx, { bookingId, now, by: 'support' }),
  )
}
