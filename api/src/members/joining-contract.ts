import { z } from 'zod'
import { Password, Session } from '../accounts/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Instant, text } from '../openapi/values.ts'
import { Role } from './values.ts'

const { write } = operationsOf('Members', 'anyone')

const token = z.string().min(1).max(200).describe('What the link in the letter ends with.')

const InvitationSeen = z
  .object({
    organizationName: z.string(),
    inviterName: z.string(),
    email: z.string().describe('Whom it is for.'),
    role: Role,
    expiresAt: Instant,
    hasAccount: z.boolean().describe('Whether there is an account with this address: sign in to accept.'),
  })
  .meta({ id: 'InvitationSeen', description: 'What whoever has the link of an invitation may know.' })

export const lookUpInvitation = write({
  id: 'lookUpInvitation',
  summary: 'See an invitation by its link',
  description: 'Who invites, for which organization and as what. It changes nothing.',
  problems: ['invitation_refused'],
  response: { 200: InvitationSeen },
  body: z.strictObject({ token }).meta({ id: 'InvitationLink' }),
})

export const acceptInvitation = write({
  id: 'acceptInvitation',
  summary: 'Accept an invitation',
  description:
    'With a session of the address that was invited, that person joins. Without one, a name and a password make the ' +
    'account, and the answer signs it in. The session then works in this organization. A link works once.',
  problems: ['invitation_refused', 'invitation_of_another', 'email_taken', 'invalid_fields'],
  response: { 200: Session },
  body: z
    .strictObject({ token, name: text(100).optional(), password: Password.optional() })
    .meta({ id: 'InvitationAcceptance' }),
})
