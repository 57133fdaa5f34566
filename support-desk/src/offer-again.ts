import { type Retried, retryBooking } from '@stella/bookkeeping'
import {
  announceActivities,
  findSupportBooking,
  inOrganization,
  inTransaction,
  recordSupportAudit,
} from '@stella/database'
import type { SupportDatabases, SupportUser } from './support-databases.ts'

/**
 * Offers a failed booking again, for the organization it belongs to: within that organization's own transaction and
 * rights, with an entry in its log and one in the audit that says who did it.
 *
 * @returns `not_retryable` when it has not failed, so that nothing is ever sent twice blindly
 */
export async function offerAgain(
  { support, app }: SupportDatabases,
  request: { readonly bookingId: string; readonly user: SupportUser; readonly now: Date },
): Promise<Retried> {
  const { bookingId, user, now } = request
  const booking = await inTransaction(support, (tx) => findSupportBooking(tx, bookingId))
  if (booking === undefined) return 'not_found'
  const organizationId = booking.organization_id
  const outcome = await inOrganization(app, organizationId, async (tx) => {
    const retried = await retryBooking(tx, { bookingId, now, by: 'support' })
    if (retried === 'offered') {
      await recordSupportAudit(tx, { organizationId, bookingId, action: 'offered_again', user, at: now })
    }
    return retried
  })
  if (outcome === 'offered') await announceActivities(app, organizationId)
  return outcome
}
