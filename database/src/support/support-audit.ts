import type { Transaction } from 'kysely'
import { newestFirst } from '../lists/newest-first.ts'
import type { Page, PageRequest } from '../lists/page.ts'
import type { DB } from '../schema/schema.generated.ts'

export const supportActions = ['looked_at', 'offered_again'] as const
export type SupportAction = (typeof supportActions)[number]

/** What was looked at or offered again. */
export type SupportSubject = { readonly bookingId: string } | { readonly relationId: string }

export interface NewSupportAudit {
  readonly organizationId: string
  readonly subject: SupportSubject
  readonly action: SupportAction
  /** The person of the support desk. */
  readonly user: { readonly id: string; readonly name: string }
  readonly at: Date
}

export interface SupportAudit extends NewSupportAudit {
  readonly id: string
}

/** Adds what somebody of the support desk did, in the transaction in which it was done. */
export async function recordSupportAudit(tx: Transaction<DB>, audit: NewSupportAudit): Promise<void> {
  await tx
    .insertInto('support_audit')
    .values({
      organization_id: audit.organizationId,
      booking_id: 'bookingId' in audit.subject ? audit.subject.bookingId : null,
      relation_id: 'relationId' in audit.subject ? audit.subject.relationId : null,
      action: audit.action,
      user_id: audit.user.id,
      user_name: audit.user.name,
      at: audit.at,
    })
    .execute()
}

/**
 * What the support desk did, the newest first: in an organization's transaction what it did there, for the role of
 * the support desk everything.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function listSupportAudit(
  tx: Transaction<DB>,
  request: PageRequest = {},
): Promise<Page<SupportAudit>> {
  return newestFirst(tx.selectFrom('support_audit').selectAll(), request, (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    subject: subjectOf(row),
    action: row.action,
    user: { id: row.user_id, name: row.user_name },
    at: row.at,
  }))
}

/** The database holds a row to be about exactly one of the two. */
function subjectOf(row: { booking_id: string | null; relation_id: string | null }): SupportSubject {
  if (row.booking_id !== null) return { bookingId: row.booking_id }
  if (row.relation_id !== null) return { relationId: row.relation_id }
  throw new Error('an entry of the audit is about nothing')
}
