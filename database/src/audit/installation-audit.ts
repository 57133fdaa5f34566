import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { type AuditVerification, findingsIn } from './verify-audit.ts'

/** What is written down of the installation: commands of whoever runs it, and acts of its support desk. */
export const installationActions = [
  'account_created',
  'account_blocked',
  'account_unblocked',
  'account_confirmed',
  'account_sessions_ended',
  'account_password_replaced',
  'account_second_factor_reset',
  'account_role_given',
  'accounts_of_demo_ended',
  'key_made',
  'organization_closed',
  'organization_opened',
  'sealing_key_retired',
  'support_looked_at',
  'support_offered_again',
] as const
export type InstallationAction = (typeof installationActions)[number]

/** Whoever runs Stella, by a command, or a person of the support desk. */
export const installationActors = ['operator', 'support'] as const

export interface InstallationEntry {
  readonly position: bigint
  readonly at: Date
  readonly actor: { readonly kind: (typeof installationActors)[number]; readonly name: string }
  readonly action: string
  readonly subject: string | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/** Adds what whoever runs Stella did. Its time, its place and its hash are the database's. */
export async function recordInstallationAudit(
  database: Kysely<DB> | Transaction<DB>,
  {
    action,
    subject,
    by,
    after,
  }: { action: InstallationAction; subject: string | null; by: string; after?: object },
): Promise<void> {
  const json = after === undefined ? null : JSON.stringify(after)
  await sql`
    select record_installation_audit('operator', null, ${by}, ${action}, ${subject}, ${json}::jsonb)`.execute(
    database,
  )
}

/** All of it, the oldest first. Role `stella_accounts`. */
export async function listInstallationAudit(database: Kysely<DB>): Promise<InstallationEntry[]> {
  const rows = await database.selectFrom('installation_audit').selectAll().orderBy('position').execute()
  return rows.map(({ action, actor_kind, actor_name, after, at, position, subject }) => ({
    position,
    at,
    actor: { kind: actor_kind as InstallationEntry['actor']['kind'], name: actor_name },
    action,
    subject,
    after: after as InstallationEntry['after'],
  }))
}

/** Holds every entry to its hash, to the one before it, and the last to the head, as verifyAudit() does. */
export async function verifyInstallationAudit(database: Kysely<DB>): Promise<AuditVerification> {
  const { rows } = await sql<Parameters<typeof findingsIn>[0][number]>`
    select position, encode(hash, 'hex') as hash, encode(previous, 'hex') as previous,
      hash = hash_of_installation_audit(entry) as "isSame"
    from installation_audit entry order by position`.execute(database)
  const { rows: heads } = await sql<{ position: bigint; hash: string | null }>`
    select position, encode(hash, 'hex') as hash from installation_audit_head`.execute(database)
  return { count: rows.length, findings: findingsIn(rows, heads[0]) }
}
