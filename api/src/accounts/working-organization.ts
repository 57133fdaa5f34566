import type { Database, Transaction } from '@stella/database'
import type { Role } from '@stella/invoicing'
import { sql } from 'kysely'

export type MembershipRow = { id: string; name: string; role: Role; closedAt: Date | null }

/** Where a person works, or did until it was closed, by name. */
export async function membershipsOf(tx: Transaction, userId: string): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`
    select o.id, o.name, m.role, o.closed_at as "closedAt" from accounts.member m join accounts.organization o on o.id = m.organization_id
    where m.user_id = ${userId} order by o.name, o.id`.execute(tx)
  return rows
}

/** Has a session work in this organization from now on. Returns whether its person works there. */
export async function workIn(
  tx: Transaction,
  sessionTokenHash: string,
  organizationId: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update accounts.session s set active_organization_id = ${organizationId}
    from accounts.member m join accounts.organization o on o.id = m.organization_id and o.closed_at is null
    where s.token = ${sessionTokenHash} and m.user_id = s.user_id and m.organization_id = ${organizationId}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Has a session that begins work where its person worked last, if they work for several. */
export async function workWhereLast(database: Database, sessionTokenHash: string): Promise<void> {
  await sql`
    update accounts.session s set active_organization_id = (
      select m.organization_id
      from accounts.member m join accounts.organization o on o.id = m.organization_id and o.closed_at is null
      where m.user_id = s.user_id
      order by m.last_seen_at desc nulls last, m.created_at, m.id limit 1)
    where s.token = ${sessionTokenHash}`.execute(database.kysely)
}
