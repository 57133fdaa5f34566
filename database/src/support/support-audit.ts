import { sql, type Transaction } from 'kysely'
import { newestFirst } from '../lists/newest-first.ts'
import type { Page, PageRequest } from '../lists/page.ts'
import type { DB } from '../schema/schema.generated.ts'

export const supportActions = ['looked_at', 'offered_again', 'answered', 'proposed', 'closed'] as const
export type SupportAction = (typeof supportActions)[number]

/** What was looked at or acted on; something of a case also with that case. */
export type SupportSubject =
  | { readonly bookingId: string; readonly caseId?: string | null }
  | { readonly relationId: string; readonly caseId?: string | null }
  | { readonly caseId: string }

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
 * Adds what somebody of the support desk did, in the transaction in which it was done, and tells the owners of the
 * organization in their own audit. Their name comes from their session, and the time from the database. A look within a
 * quarter of an hour of the same person's last one at the same is the same look.
 *
 * @returns their name
 * @throws DatabaseError `session_ended` when it is no valid session of the support desk
 */
export async function recordSupportAudit(tx: Transaction<DB>, audit: NewSupportAudit): Promise<string> {
  const { organizationId, subject, action, sessionTokenHash } = audit
  const bookingId = 'bookingId' in subject ? subject.bookingId : null
  const relationId = 'relationId' in subject ? subject.relationId : null
  const { caseId = null } = subject
  const { rows } = await sql<{ name: string }>`
    select record_support_audit(${sessionTokenHash}, ${organizationId}::uuid, ${bookingId}::uuid, ${relationId}::uuid,
      ${caseId}::uuid, ${action}) as name`.execute(tx)
  return rows[0]?.name ?? ''
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

/** The database holds a row to be about one of the two at most, and about something. */
function subjectOf(row: {
  booking_id: string | null
  relation_id: string | null
  case_id: string | null
}): SupportSubject {
  const ofCase = row.case_id === null ? {} : { caseId: row.case_id }
  if (row.booking_id !== null) return { bookingId: row.booking_id, ...ofCase }
  if (row.relation_id !== null) return { relationId: row.relation_id, ...ofCase }
  if (row.case_id !== null) return { caseId: row.case_id }
  throw new Error('an entry of the audit is about nothing')
}
