import { type Retried, retryBooking, retryRelation } from '@stella/bookkeeping'
import {
  announceActivities,
  findSupportBooking,
  findSupportRelation,
  inOrganization,
  inTransaction,
  recordSupportAudit,
  type SupportSubject,
  type Transaction,
} from '@stella/database'
import type { SupportDatabases, SupportUser } from './support-databases.ts'

/** Somebody of the support desk, at work at that instant. */
interface AtWork {
  readonly user: SupportUser
  readonly now: Date
}

/**
 * Offers a failed booking again, for the organization it belongs to: within that organization's own transaction and
 * rights, with an entry in its log and one in the audit that says who did it.
 *
 * @returns `not_retryable` when it has not failed, so that nothing is ever sent twice blindly
 */
export async function offerAgain(
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

/** Offers a failed relation again, as offerAgain() does a booking; the invoices that wait for it go with it. */
export async function offerRelationAgain(
  databases: SupportDatabases,
  request: AtWork & { readonly relationId: string },
): Promise<Retried> {
  const { relationId, now } = request
  const relation = await inTransaction(databases.support, (tx) => findSupportRelation(tx, relationId))
  if (relation === undefined) return 'not_found'
  return offerWithin(databases, relation.organization_id, { relationId }, request, (tx) =>
    retryRelation(tx, { relationId, now, by: 'support' }),
  )
}

async function offerWithin(
  { app }: SupportDatabases,
  organizationId: string,
  subject: SupportSubject,
  { user, now: at }: AtWork,
  retry: (tx: Transaction) => Promise<Retried>,
): Promise<Retried> {
  const outcome = await inOrganization(app, organizationId, async (tx) => {
    const retried = await retry(tx)
    if (retried === 'offered') {
      await recordSupportAudit(tx, { organizationId, subject, action: 'offered_again', user, at })
    }
    return retried
  })
  if (outcome === 'offered') await announceActivities(app, organizationId)
  return outcome
}
