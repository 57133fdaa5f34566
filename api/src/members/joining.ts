import type { Transaction } from '@stella/database'
import type { Role } from '@stella/invoicing'
import { sql } from 'kysely'
import { ApiError } from '../http/api-error.ts'

export type OpenInvitation = {
  id: string
  organizationId: string
  organizationName: string
  inviterName: string
  email: string
  role: Role
  expiresAt: Date
  /** The account with this address, if there is one. */
  userId: string | null
}

/**
 * An invitation that can be accepted now; held until the transaction ends, so that it is accepted once.
 *
 * @throws ApiError `invitation_refused`
 */
export async function findOpenInvitation(tx: Transaction, id: string | null): Promise<OpenInvitation> {
  const { rows } = await sql<OpenInvitation>`
    select i.id, i.organization_id as "organizationId", o.name as "organizationName", by.name as "inviterName",
      i.email, i.role, i.expires_at as "expiresAt", u.id as "userId"
    from accounts.invitation i
    join accounts.organization o on o.id = i.organization_id
    join accounts."user" by on by.id = i.inviter_id
    left join accounts."user" u on u.email = i.email
    where i.id = ${id} and i.status = 'pending' and i.expires_at > now()
    for update of i`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new ApiError('invitation_refused')
  return found
}

/** Makes the person a member in the role of the invitation, and ends it. One who is a member keeps their role. */
export async function join(tx: Transaction, invitation: OpenInvitation, userId: string): Promise<void> {
  const { id, organizationId, role } = invitation
  await sql`
    insert into accounts.member (organization_id, user_id, role) values (${organizationId}, ${userId}, ${role})
    on conflict (organization_id, user_id) do nothing`.execute(tx)
  await sql`update accounts.invitation set status = 'accepted' where id = ${id}`.execute(tx)
}

/** The address can be written to: whoever has the link of a letter read it there. */
export async function confirmAddress(tx: Transaction, userId: string): Promise<void> {
  await sql`update accounts."user" set email_verified = true where id = ${userId}`.execute(tx)
}
