import type { Selectable, Transaction } from 'kysely'
import { newestFirst } from '../lists/newest-first.ts'
import type { Page, PageRequest } from '../lists/page.ts'
import type { DB } from '../schema/schema.generated.ts'
import type { AuditAction, AuditActor } from './record-audit.ts'

export interface AuditEntry {
  readonly id: string
  readonly at: Date
  readonly actor: { readonly kind: AuditActor; readonly name: string }
  readonly ipAddress: string | null
  readonly action: AuditAction
  readonly subject: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/**
 * The audit of the transaction's organization, the newest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function listAudit(tx: Transaction<DB>, request: PageRequest = {}): Promise<Page<AuditEntry>> {
  return newestFirst(tx.selectFrom('audit_entries').selectAll(), request, (row) => ({
    id: row.id,
    ...toldOf(row),
  }))
}

/** What an entry is told by; the mail may read no other column. */
export const toldColumns = [
  'at',
  'actor_kind',
  'actor_name',
  'ip_address',
  'action',
  'subject',
  'before',
  'after',
] as const satisfies readonly (keyof DB['audit_entries'])[]
type ToldColumn = (typeof toldColumns)[number]

/** An entry as it is told anywhere. */
export function toldOf(row: Pick<Selectable<DB['audit_entries']>, ToldColumn>): Omit<AuditEntry, 'id'> {
  return {
    at: row.at,
    actor: { kind: row.actor_kind as AuditActor, name: row.actor_name },
    ipAddress: row.ip_address,
    action: row.action as AuditAction,
    subject: row.subject,
    before: row.before as AuditEntry['before'],
    after: row.after as AuditEntry['after'],
  }
}
