import type { Transaction } from '@stella/database'
import type { Role } from '@stella/invoicing'
import { sql } from 'kysely'
import { ApiError } from '../http/api-error.ts'

export type MemberRow = {
  id: string
  userId: string
  name: string
  email: string
  role: Role
  hasSecondFactor: boolean
  lastSeenAt: Date | null
}

/** Who works for an organization, the longest first. */
export async function findMembers(tx: Transaction, organizationId: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.id, m.user_id as "userId", u.name, u.email, m.role, u.two_factor_enabled as "hasSecondFactor",
      m.last_seen_at as "lastSeenAt"
    from accounts.member m join accounts."user" u on u.id = m.user_id
    where m.organization_id = ${organizationId}
    order by m.created_at, m.id`.execute(tx)
  return rows
}

/** One of them. @throws ApiError `not_found` */
async function findMember(tx: Transaction, organizationId: string, id: string): Promise<MemberRow> {
  const member = (await findMembers(tx, organizationId)).find((one) => one.id === id)
  if (member === undefined) throw new ApiError('not_found')
  return member
}

/** @throws ApiError `not_found`, `last_owner` */
export async function changeRoleOf(
  tx: Transaction,
  organizationId: string,
  { id, role }: { id: string; role: Role },
): Promise<MemberRow & { before: Role }> {
  await lockMembers(tx, organizationId)
  const member = await findMember(tx, organizationId, id)
  if (role !== 'owner') await requireAnotherOwner(tx, organizationId, id)
  await sql`
    update accounts.member set role = ${role} where id = ${id} and organization_id = ${organizationId}`.execute(
    tx,
  )
  return { ...member, role, before: member.role }
}

/**
 * Ends a membership with all that hangs on it: keys, and the sessions that work there.
 *
 * @throws ApiError `not_found`, `last_owner`
 */
export async function endMembership(tx: Transaction, organizationId: string, id: string): Promise<MemberRow> {
  await lockMembers(tx, organizationId)
  const member = await findMember(tx, organizationId, id)
  await requireAnotherOwner(tx, organizationId, id)
  const { userId } = member
  await sql`
    delete from accounts.api_key where organization_id = ${organizationId} and user_id = ${userId}`.execute(
    tx,
  )
  await sql`
    update accounts.session set active_organization_id = null
    where active_organization_id = ${organizationId} and user_id = ${userId}`.execute(tx)
  await sql`delete from accounts.member where id = ${id}`.execute(tx)
  return member
}

/** Whether the organization asks a second factor of whoever changes what lets others in or moves money. */
export async function isSecondFactorAsked(tx: Transaction, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ isAsked: boolean }>`
    select asks_second_factor as "isAsked" from accounts.organization where id = ${organizationId}`.execute(
    tx,
  )
  return rows[0]?.isAsked === true
}

/** Returns whether that is another wish than before. */
export async function setSecondFactorAsked(
  tx: Transaction,
  organizationId: string,
  isAsked: boolean,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update accounts.organization set asks_second_factor = ${isAsked}
    where id = ${organizationId} and asks_second_factor <> ${isAsked}`.execute(tx)
  return numAffectedRows === 1n
}

/** Changes of who works somewhere come one after the other: of two owners who leave at once the second stays. */
async function lockMembers(tx: Transaction, organizationId: string): Promise<void> {
  await sql`select from accounts.organization where id = ${organizationId} for update`.execute(tx)
}

/** One that is closed needs none. @throws ApiError `last_owner` */
async function requireAnotherOwner(tx: Transaction, organizationId: string, id: string): Promise<void> {
  const { rows } = await sql<{ isLast: boolean }>`
    select not exists (
      select from accounts.member other
      where other.organization_id = ${organizationId} and other.role = 'owner' and other.id <> ${id}
    ) as "isLast"
    from accounts.member m join accounts.organization o on o.id = m.organization_id and o.closed_at is null
    where m.id = ${id} and m.role = 'owner'`.execute(tx)
  if (rows[0]?.isLast) throw new ApiError('last_owner')
}
