import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { type AuditEntry, toldColumns, toldOf } from './list-audit.ts'

/** An entry as a letter tells it. */
export type ToldEntry = Omit<AuditEntry, 'id'>

/** The entries after one place, up to another, both as `audit_entries.position`. */
export type AuditSpan = { readonly after: string; readonly upTo: string }

/** Organizations with entries that nobody looked at yet to tell of them. Role `stella_mail`. */
export async function organizationsWithUntoldAudit(kysely: Kysely<DB>, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organizations_with_untold_audit(${most}) as id`.execute(kysely)
  return rows.map(({ id }) => id)
}

/**
 * Takes the entries of the transaction's organization that nobody was told of, once: whoever comes second finds none.
 * Null where there are none.
 */
export async function takeUntoldAudit(tx: Transaction<DB>): Promise<AuditSpan | null> {
  const { rows } = await sql<AuditSpan>`
    with head as (select organization_id, position, told_up_to from audit_heads for update)
    update audit_heads h set told_up_to = head.position from head
    where h.organization_id = head.organization_id and head.position > head.told_up_to
    returning head.told_up_to::text as "after", head.position::text as "upTo"`.execute(tx)
  return rows[0] ?? null
}

/** Those entries, the oldest first. */
export async function listAuditSpan(tx: Transaction<DB>, { after, upTo }: AuditSpan): Promise<ToldEntry[]> {
  const rows = await tx
    .selectFrom('audit_entries')
    .select(toldColumns)
    .where('position', '>', sql<bigint>`${after}::bigint`)
    .where('position', '<=', sql<bigint>`${upTo}::bigint`)
    .orderBy('position')
    .execute()
  return rows.map(toldOf)
}
