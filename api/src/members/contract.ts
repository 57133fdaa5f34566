import { z } from 'zod'
import { Email } from '../accounts/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant } from '../openapi/values.ts'
import { Permission, Role } from './values.ts'

const { read, write } = operationsOf('Members', 'member')

export const Member = z
  .object({
    id: Id.describe('Of the membership: the same person has another one elsewhere.'),
    name: z.string(),
    email: z.string(),
    role: Role,
    hasSecondFactor: z.boolean().describe('Whether a code is asked when they sign in.'),
    isYou: z.boolean(),
    lastSeenAt: Instant.nullable().describe('To within five minutes; null for who was never here.'),
  })
  .meta({ id: 'Member', description: 'Somebody who works for the organization.' })

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    role: Role,
    sentAt: Instant,
    expiresAt: Instant,
    isExpired: z.boolean(),
    token: z
      .string()
      .nullable()
      .describe('What the link ends with, where no mail leaves this Stella: hand the link over yourself.'),
  })
  .meta({ id: 'Invitation', description: 'Somebody who may become a member, for a week.' })

const Members = z
  .object({
    items: z.array(Member),
    invitations: z.array(Invitation).describe('Those that wait; empty for who may not invite.'),
    asksSecondFactor: z
      .boolean()
      .describe('Whether the organization asks a second factor; see `askSecondFactor`.'),
    roles: z
      .array(z.object({ role: Role, permissions: z.array(Permission) }))
      .describe('What each role may do.'),
  })
  .meta({ id: 'Members' })

const SecondFactorRule = z
  .strictObject({
    isAsked: z
      .boolean()
      .describe(
        'Whether codes, the bank account, members and keys wait for a second factor of who changes them.',
      ),
  })
  .meta({ id: 'SecondFactorRule' })

const RoleContent = z.strictObject({ role: Role }).meta({ id: 'RoleContent' })

export const listMembers = read({
  id: 'listMembers',
  summary: 'List members and invitations',
  description: 'Who works for the organization, who is invited, and what each role may do.',
  response: { 200: Members },
})

export const askSecondFactor = write({
  id: 'askSecondFactor',
  summary: 'Ask a second factor of owners, or no longer',
  description:
    'Where it is asked, codes, the bank account, members and keys are changed by those alone who sign in with a second ' +
    'factor (`second_factor_needed`). Whoever asks it has one.',
  response: { 200: SecondFactorRule },
  body: SecondFactorRule,
})

export const changeRole = write({
  id: 'changeRole',
  summary: 'Give a member another role',
  description: 'It holds at once, in every session and key of that person. The last owner stays one.',
  problems: ['last_owner'],
  response: { 200: Member },
  params: IdParams,
  body: RoleContent,
})

export const removeMember = write({
  id: 'removeMember',
  summary: 'Remove a member',
  description:
    'Their sessions, open pages and keys get nothing of the organization any more, within a second. What they did stays.',
  problems: ['last_owner'],
  response: { 204: z.undefined().describe('Removed.') },
  params: IdParams,
})

export const leaveOrganization = write({
  id: 'leaveOrganization',
  summary: 'Leave the organization',
  description: 'Ends your own membership, with your keys. The last owner cannot leave.',
  problems: ['last_owner'],
  response: { 204: z.undefined().describe('Left.') },
})

export const createInvitation = write({
  id: 'createInvitation',
  summary: 'Invite somebody',
  description:
    'Sends a letter with a link that works for seven days. Inviting the same address again sends it anew, with the ' +
    'role that is named now. Twenty letters an hour for one organization, three for one address.',
  problems: ['invalid_fields', 'already_member', 'too_many_invitations'],
  response: { 201: Invitation },
  body: z.strictObject({ email: Email, role: Role }).meta({ id: 'InvitationContent' }),
})

export const changeInvitation = write({
  id: 'changeInvitation',
  summary: 'Change the role of an invitation',
  description: 'The letter that was sent stays good; it gives the role that stands here.',
  response: { 200: Invitation },
  params: IdParams,
  body: RoleContent,
})

export const sendInvitation = write({
  id: 'sendInvitation',
  summary: 'Send an invitation again',
  description: 'Its seven days begin anew.',
  problems: ['too_many_invitations'],
  response: { 200: Invitation },
  params: IdParams,
})

export const withdrawInvitation = write({
  id: 'withdrawInvitation',
  summary: 'Withdraw an invitation',
  description: 'Its link works no longer.',
  response: { 204: z.undefined().describe('Withdrawn.') },
  params: IdParams,
})
