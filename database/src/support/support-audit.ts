import { sql, type Transaction } from 'kysely'
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
  /** The session of who is at work, as `accounts.session` stores its token. */
  readonly sessionTokenHash: string
}

export interface SupportAudit {
  readonly id: string
  readonly organizationId: string
  readonly subject: SupportSubject
  readonly action: SupportAction
  /** The person of the support desk whose session it was. */
  readonly user: { readonly id: string; readonly name: string }
  readonly at: Date
}

/**
 * Adds what somebody of the support desk did, in the transaction in which it was done. Their name comes from their
 * session, and the time from the database.
 *
 * @throws DatabaseError `session_ended` when it is no valid session of the support desk
 */
export async function recordSupportAudit(tx: Transaction<DB>, audit: NewSupportAudit): Promise<void> {
  const { organizationId, subject, action, sessionTokenHash } = audit
  const bookingId = 'bookingId' in subject ? subject.bookingId : null
  const relationId = 'relationId' in subject ? subject.relationId : null
  await sql`select record_support_audit(${sessionTokenHash}, ${organizationId}, ${bookingId}, ${relationId}, ${action})`.execute(
    tx,
  )
}

/**
 * What the support desk did in the transaction's organization, the newest first.
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
