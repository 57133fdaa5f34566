import type { Transaction } from '@stella/database'
import type { Role } from '@stella/invoicing'
import { sql } from 'kysely'
import { ApiError } from '../http/api-error.ts'

/** Long enough for a holiday of a few days, short enough for a mailbox that others read later. */
const lifeDays = 7

export type InvitationRow = {
  id: string
  organizationId: string
  email: string
  role: Role
  sentAt: Date
  expiresAt: Date
}

const columns = sql`
  id, organization_id as "organizationId", email, role, sent_at as "sentAt", expires_at as "expiresAt"`

/** Those that wait, the newest last; also those whose time is over, which can be sent again. */
export async function findInvitations(tx: Transaction, organizationId: string): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from accounts.invitation
    where organization_id = ${organizationId} and status = 'pending' order by created_at, id`.execute(tx)
  return rows
}

/**
 * Invites somebody, or invites them anew.
 *
 * @throws ApiError `already_member`
 */
export async function inviteTo(
  tx: Transaction,
  organizationId: string,
  { email, role, inviterId }: { email: string; role: Role; inviterId: string },
): Promise<InvitationRow> {
  const { rows: members } = await sql`
    select from accounts.member m join accounts."user" u on u.id = m.user_id
    where m.organization_id = ${organizationId} and u.email = ${email}`.execute(tx)
  if (members.length > 0) throw new ApiError('already_member')
  const { rows } = await sql<InvitationRow>`
    insert into accounts.invitation (organization_id, email, role, status, expires_at, inviter_id)
    values (${organizationId}, ${email}, ${role}, 'pending', now() + make_interval(days => ${lifeDays}), ${inviterId})
    on conflict (organization_id, email) where status = 'pending' do update
      set role = excluded.role, expires_at = excluded.expires_at, sent_at = now(), inviter_id = excluded.inviter_id
    returning ${columns}`.execute(tx)
  return one(rows)
}

/** @throws ApiError `not_found` */
export async function changeRoleOfInvitation(
  tx: Transaction,
  organizationId: string,
  { id, role }: { id: string; role: Role },
): Promise<InvitationRow> {
  const { rows } = await sql<InvitationRow>`
    update accounts.invitation set role = ${role}
    where id = ${id} and organization_id = ${organizationId} and status = 'pending' returning ${columns}`.execute(
    tx,
  )
  return one(rows)
}

/** Its days begin anew. @throws ApiError `not_found` */
export async function renewInvitation(
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<InvitationRow> {
  const { rows } = await sql<InvitationRow>`
    update accounts.invitation set sent_at = now(), expires_at = now() + make_interval(days => ${lifeDays})
    where id = ${id} and organization_id = ${organizationId} and status = 'pending' returning ${columns}`.execute(
    tx,
  )
  return one(rows)
}

/** @throws ApiError `not_found` */
export async function withdraw(tx: Transaction, organizationId: string, id: string): Promise<InvitationRow> {
  const { rows } = await sql<InvitationRow>`
    update accounts.invitation set status = 'canceled'
    where id = ${id} and organization_id = ${organizationId} and status = 'pending' returning ${columns}`.execute(
    tx,
  )
  return one(rows)
}

function one(rows: InvitationRow[]): InvitationRow {
  const [row] = rows
  if (row === undefined) throw new ApiError('not_found')
  return row
}
