import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../pools/open-database.ts'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Closes an organization, in one step: sessions leave it, keys, invitations, codes and open cases end, mails that wait
 * are refused. Role `stella_accounts`. Returns whether it was open until now.
 */
export async function closeOrganization(tx: Transaction<DB>, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ isDone: boolean }>`
    select close_organization(${organizationId}) as "isDone"`.execute(tx)
  return rows[0]?.isDone === true
}

/**
 * Has people work again in an organization that was closed at `closedAfter` or later. Role `stella_accounts`.
 *
 * @param by the owner who wants it; null for whoever runs Stella, who may do so also when everybody is gone
 * @returns its name; null where there is none to be opened by them
 */
export async function openAgain(
  tx: Transaction<DB>,
  {
    organizationId,
    closedAfter,
    by,
  }: { organizationId: string; closedAfter: Date | null; by: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    update accounts.organization o set closed_at = null, ended_at = null
    where o.id = ${organizationId} and o.closed_at is not null
      and (${closedAfter}::timestamptz is null or o.closed_at >= ${closedAfter})
      and (${by}::uuid is null or o.ended_at is null and exists (
        select from accounts.member m where m.organization_id = o.id and m.user_id = ${by} and m.role = 'owner'))
    returning o.name`.execute(tx)
  return rows[0]?.name ?? null
}

export type ListedOrganization = {
  readonly id: string
  readonly number: bigint
  readonly name: string
  /** Null while people work in it. */
  readonly closedAt: Date | null
  /** When what nobody has to keep was taken away. */
  readonly endedAt: Date | null
}

/** All of them, by name, for whoever runs Stella. Role `stella_accounts`. */
export async function listOrganizations(database: Kysely<DB>): Promise<ListedOrganization[]> {
  const rows = await database
    .selectFrom('accounts.organization')
    .select(['id', 'number', 'name', 'closed_at', 'ended_at'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ closed_at, ended_at, ...row }) => ({ ...row, closedAt: closed_at, endedAt: ended_at }))
}

/**
 * Takes away what nobody has to keep of organizations that were closed before that; the function of the database says
 * what, and never sooner than a month after. Role `stella_worker`. Returns which.
 */
export async function endClosedOrganizations(
  database: Database,
  { closedBefore, most }: { closedBefore: Date; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select end_closed_organizations(${closedBefore}, ${most}) as id`.execute(database.kysely)
  return rows.map(({ id }) => id)
}
