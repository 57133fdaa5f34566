import type { Transaction } from 'kysely'
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
    at: row.at,
    actor: { kind: row.actor_kind as AuditActor, name: row.actor_name },
    ipAddress: row.ip_address,
    action: row.action as AuditAction,
    subject: row.subject,
    before: row.before as AuditEntry['before'],
    after: row.after as AuditEntry['after'],
  }))
}
