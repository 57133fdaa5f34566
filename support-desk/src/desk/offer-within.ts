import type { Retried } from '@stella/bookkeeping'
import {
  announceActivities,
  inOrganization,
  recordSupportAudit,
  type SupportSubject,
  type Transaction,
} from '@stella/database'
import type { SupportDatabases, SupportSession } from './support-databases.ts'

/** Somebody of the support desk, at work at that instant. */
export interface AtWork extends SupportSession {
  readonly now: Date
}

/**
 * Offers something again for the organization it belongs to: within that organization's own transaction and rights,
 * with an entry in its log and one in the audit that says who did it.
 */
export async function offerWithin(
  { app }: Pick<SupportDatabases, 'app'>,
  organizationId: string,
  subject: SupportSubject,
  { sessionTokenHash }: AtWork,
  retry: (tx: Transaction) => Promise<Retried>,
): Promise<Retried> {
  const outcome = await inOrganization(app, organizationId, async (tx) => {
    const retried = await retry(tx)
    if (retried === 'offered') {
      await recordSupportAudit(tx, { organizationId, subject, action: 'offered_again', sessionTokenHash })
    }
    return retried
  })
  if (outcome === 'offered') await announceActivities(app, organizationId)
  return outcome
}
