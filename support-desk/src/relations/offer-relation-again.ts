import { type Retried, retryRelation } from '@stella/bookkeeping'
import { findSupportRelation, inTransaction } from '@stella/database'
import { type AtWork, offerWithin } from '../desk/offer-within.ts'
import type { SupportDatabases } from '../desk/support-databases.ts'

/**
 * Offers a failed relation again, for the organization it belongs to; the invoices that wait for it go with it.
 *
 * @returns `not_retryable` when it has not failed
 */
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
