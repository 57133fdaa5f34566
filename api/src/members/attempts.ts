import { type Attempt, attemptOf } from '../http/attempts.ts'

/**
 * Letters with an invitation within an hour: twenty of one organization, which is a whole office; three to one address,
 * whoever sends them, so that nobody's mailbox is filled.
 */
export function invitationsOf(
  secret: string,
  { organizationId, email }: { organizationId: string; email: string },
): Attempt[] {
  return [
    attemptOf(secret, `invitations of ${organizationId}`, 20),
    attemptOf(secret, `invitation to ${email}`, 3),
  ]
}
