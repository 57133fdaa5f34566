import { inOrganization, type Transaction } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AccountContext } from '../accounts/context.ts'
import { auditOf } from '../audit/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { countAttempt } from '../http/attempts.ts'
import { organizationOf, personOf } from '../http/authorization.ts'
import { languageOf } from '../http/language.ts'
import { invitationsOf } from './attempts.ts'
import * as contract from './contract.ts'
import {
  changeRoleOfInvitation,
  findInvitations,
  type InvitationRow,
  inviteTo,
  renewInvitation,
  withdraw,
} from './invitations.ts'
import { joiningRoutes } from './joining-routes.ts'
import { tokenOfInvitation } from './link.ts'
import {
  changeRoleOf,
  endMembership,
  findMembers,
  isSecondFactorAsked,
  setSecondFactorAsked,
} from './members.ts'
import { presentedRoles, presentInvitation, presentMember } from './present.ts'

const readableEmail = z.email()

/** Who works for an organization: inviting, roles, leaving. */
export function memberRoutes(app: App, context: AccountContext): void {
  const { callers, databases, letters, now, secret } = context

  joiningRoutes(app, context)

  const change = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.accounts, organizationOf(request).id, work)

  app.get('/api/members', contract.listMembers, async (request) => {
    const { user, permissions } = personOf(request)
    const { id } = organizationOf(request)
    const mayInvite = permissions.includes('members')
    return change(request, async (tx) => ({
      items: (await findMembers(tx, id)).map((member) => presentMember(member, user.id)),
      invitations: mayInvite ? (await findInvitations(tx, id)).map(present) : [],
      asksSecondFactor: await isSecondFactorAsked(tx, id),
      roles: presentedRoles,
    }))
  })

  app.put('/api/organization/second-factor', contract.askSecondFactor, async (request) => {
    const { user } = personOf(request)
    const { id } = organizationOf(request)
    const { isAsked } = request.body
    if (isAsked && !user.hasSecondFactor) throw new ApiError('second_factor_needed')
    await change(request, async (tx) => {
      const told = (asked: boolean) => ({ secondFactor: asked ? 'asked' : 'notAsked' })
      if (await setSecondFactorAsked(tx, id, isAsked))
        await auditOf(tx, request, {
          action: 'second_factor_asked',
          before: told(!isAsked),
          after: told(isAsked),
        })
    })
    callers.forgetOrganization(id)
    return { isAsked }
  })

  app.put('/api/members/:id/role', contract.changeRole, async (request) => {
    const { user } = personOf(request)
    const wish = { id: request.params.id, role: request.body.role }
    const member = await change(request, async (tx) => {
      const changed = await changeRoleOf(tx, organizationOf(request).id, wish)
      const { before, email, role } = changed
      await auditOf(tx, request, {
        action: 'role_changed',
        subject: email,
        before: { role: before },
        after: { role },
      })
      return changed
    })
    callers.forgetPerson(member.userId)
    return presentMember(member, user.id)
  })

  app.delete('/api/members/:id', contract.removeMember, async (request, reply) => {
    const { userId } = await change(request, async (tx) => {
      const ended = await endMembership(tx, organizationOf(request).id, request.params.id)
      const { email, role } = ended
      await auditOf(tx, request, { action: 'member_removed', subject: email, before: { role } })
      return ended
    })
    callers.forgetPerson(userId)
    return reply.code(204).send()
  })

  app.delete('/api/membership', contract.leaveOrganization, async (request, reply) => {
    const { user } = personOf(request)
    const { id } = organizationOf(request)
    await change(request, async (tx) => {
      const own = (await findMembers(tx, id)).find(({ userId }) => userId === user.id)
      if (own === undefined) throw new ApiError('no_organization')
      await endMembership(tx, id, own.id)
      await auditOf(tx, request, { action: 'member_left', subject: own.email, before: { role: own.role } })
    })
    callers.forgetPerson(user.id)
    return reply.code(204).send()
  })

  app.post('/api/invitations', contract.createInvitation, async (request, reply) => {
    const { user } = personOf(request)
    const organization = organizationOf(request)
    const email = request.body.email.trim().toLowerCase()
    if (!readableEmail.safeParse(email).success)
      throw new ApiError('invalid_fields', { fields: [{ path: 'email', code: 'email_invalid' }] })
    const wish = { email, role: request.body.role, inviterId: user.id }
    await count(organization.id, email)
    const invitation = await change(request, async (tx) => {
      const { role } = wish
      await auditOf(tx, request, { action: 'member_invited', subject: email, after: { role } })
      return inviteTo(tx, organization.id, wish)
    })
    write(request, invitation)
    return reply.code(201).send(present(invitation))
  })

  app.put('/api/invitations/:id', contract.changeInvitation, async (request) => {
    const wish = { id: request.params.id, role: request.body.role }
    return present(
      await change(request, async (tx) => {
        const changed = await changeRoleOfInvitation(tx, organizationOf(request).id, wish)
        const { email, role } = changed
        await auditOf(tx, request, { action: 'invitation_changed', subject: email, after: { role } })
        return changed
      }),
    )
  })

  app.post('/api/invitations/:id/letters', contract.sendInvitation, async (request) => {
    const organization = organizationOf(request)
    const { id } = request.params
    const waiting = await change(request, (tx) => findInvitations(tx, organization.id))
    const { email } = waiting.find((one) => one.id === id) ?? notFound()
    await count(organization.id, email)
    const invitation = await change(request, (tx) => renewInvitation(tx, organization.id, id))
    write(request, invitation)
    return present(invitation)
  })

  app.delete('/api/invitations/:id', contract.withdrawInvitation, async (request, reply) => {
    await change(request, async (tx) => {
      const { email, role } = await withdraw(tx, organizationOf(request).id, request.params.id)
      await auditOf(tx, request, { action: 'invitation_withdrawn', subject: email, before: { role } })
    })
    return reply.code(204).send()
  })

  /** @throws ApiError `too_many_invitations` */
  function count(organizationId: string, email: string): Promise<void> {
    return countAttempt(
      databases.accounts,
      invitationsOf(secret, { organizationId, email }),
      'too_many_invitations',
    )
  }

  function write(request: FastifyRequest, { email, expiresAt, id, role }: InvitationRow): void {
    letters.invitation(email, {
      organizationName: organizationOf(request).name,
      inviterName: personOf(request).user.name,
      role,
      expiresAt,
      token: tokenOfInvitation(secret, id),
      language: languageOf(request),
    })
  }

  function present(invitation: InvitationRow) {
    const token = letters.leave ? null : tokenOfInvitation(secret, invitation.id)
    return presentInvitation(invitation, { now: now(), token })
  }
}

function notFound(): never {
  throw new ApiError('not_found')
}
