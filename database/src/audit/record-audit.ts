import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What is written down: what lets others in, moves money, or takes much out at once; and all that the support does. */
export const auditActions = [
  'connection_activated',
  'connection_ended',
  'bank_account_changed',
  'mail_server_changed',
  'mail_server_ended',
  'series_made',
  'series_changed',
  'series_removed',
  'series_moved',
  'mapping_changed',
  'member_invited',
  'invitation_changed',
  'invitation_withdrawn',
  'member_joined',
  'role_changed',
  'member_removed',
  'member_left',
  'email_changed',
  'second_factor_asked',
  'key_made',
  'key_withdrawn',
  'list_exported',
  'customer_forgotten',
  'organization_closed',
  'organization_opened',
  'help_asked',
  'consent_given',
  'consent_ended',
  'proposal_accepted',
  'proposal_declined',
  'case_closed',
  'support_looked_at',
  'support_offered_again',
  'support_answered',
  'support_proposed',
  'support_closed',
] as const
export type AuditAction = (typeof auditActions)[number]

/** A person, a program with a key, whoever runs Stella, by a command, or a person of its support desk. */
export const auditActors = ['person', 'program', 'operator', 'support'] as const
export type AuditActor = (typeof auditActors)[number]

export interface NewAudit {
  readonly organizationId: string
  readonly actor: { readonly kind: AuditActor; readonly id: string | null; readonly name: string }
  /** From where, as far as the request says. */
  readonly ipAddress: string | null
  readonly action: AuditAction
  /** Whom or what it is about, in words. */
  readonly subject?: string | null
  readonly before?: object | null
  readonly after?: object | null
}

/** Adds an entry, in the transaction of what it tells. Its time, its place and its hash are the database's. */
export async function recordAudit(tx: Transaction<DB>, audit: NewAudit): Promise<void> {
  const { organizationId, actor, ipAddress, action, subject = null, before = null, after = null } = audit
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value))
  await sql`
    select record_audit(${organizationId}, ${actor.kind}, ${actor.id}, ${actor.name}, ${ipAddress}, ${action},
      ${subject}, ${json(before)}::jsonb, ${json(after)}::jsonb)`.execute(tx)
}
