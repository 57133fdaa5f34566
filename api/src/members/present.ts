import { permissionsOf, roles } from '@stella/invoicing'
import type { z } from 'zod'
import type { Invitation, Member } from './contract.ts'
import type { InvitationRow } from './invitations.ts'
import type { MemberRow } from './members.ts'

export function presentMember(
  { id, name, email, role, hasSecondFactor, lastSeenAt, userId }: MemberRow,
  ownId: string,
): z.infer<typeof Member> {
  return {
    id,
    name,
    email,
    role,
    hasSecondFactor,
    isYou: userId === ownId,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  }
}

/** `token` is given only where no mail leaves, so that whoever invites can hand the link over. */
export function presentInvitation(
  { id, email, role, sentAt, expiresAt }: InvitationRow,
  { now, token }: { now: Date; token: string | null },
): z.infer<typeof Invitation> {
  return {
    id,
    email,
    role,
    sentAt: sentAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt <= now,
    token,
  }
}

/** What each role may do. */
export const presentedRoles = roles.map((role) => ({ role, permissions: permissionsOf(role) }))
