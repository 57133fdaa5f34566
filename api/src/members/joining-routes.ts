import { inTransaction, recordAudit } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import type { AccountContext } from '../accounts/context.ts'
import { type CreatedAccount, createAccountIn } from '../accounts/create-account.ts'
import { noteFirstSignIn, rememberDevice } from '../accounts/known-device.ts'
import { answerWithSession } from '../accounts/session.ts'
import { workIn } from '../accounts/working-organization.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { findCaller } from '../http/authorization.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import { confirmAddress, findOpenInvitation, join, type OpenInvitation } from './joining.ts'
import * as contract from './joining-contract.ts'
import { readInvitationToken } from './link.ts'

/** What whoever has the link of an invitation does with it. */
export function joiningRoutes(app: App, context: AccountContext): void {
  const { authentication, callers, databases, letters, secret } = context

  app.post('/api/invitation-links/lookups', contract.lookUpInvitation, async (request) => {
    const found = await openInvitation(request.body.token)
    const { email, expiresAt, inviterName, organizationName, role, userId } = found
    return {
      organizationName,
      inviterName,
      email,
      role,
      expiresAt: expiresAt.toISOString(),
      hasAccount: userId !== null,
    }
  })

  const accept = withSignInTraffic(contract.acceptInvitation)
  app.post('/api/invitation-links/acceptances', accept, async (request, reply) => {
    const { token, name, password } = request.body
    const caller = await findCaller(request, callers)
    if (caller?.kind === 'person') {
      const { sessionTokenHash, user } = caller
      await acceptAs(request, token, user, sessionTokenHash)
      callers.forgetPerson(user.id)
      return answerWithSession(context, request, reply.code(200), {
        userId: user.id,
        sessionTokenHash,
        cookies: [],
      })
    }
    const made = await makeAccount(await openInvitation(token), { name, password })
    const { cookies, sessionTokenHash, userId } = made.account
    await acceptAs(request, token, { id: userId, email: made.email, name: name ?? '' }, sessionTokenHash)
    await noteFirstSignIn(databases.accounts, userId)
    const device = rememberDevice(request, secret, made.email)
    return answerWithSession(context, request, reply.code(200), {
      userId,
      sessionTokenHash,
      cookies: [...cookies, device],
    })
  })

  /** @throws ApiError `invitation_refused` */
  function openInvitation(token: string): Promise<OpenInvitation> {
    const id = readInvitationToken(secret, token)
    return inTransaction(databases.accounts, (tx) => findOpenInvitation(tx, id))
  }

  /** @throws ApiError `invitation_refused`, `invitation_of_another` */
  async function acceptAs(
    request: Pick<FastifyRequest, 'ip'>,
    token: string,
    user: { id: string; email: string; name: string },
    sessionTokenHash: string,
  ): Promise<void> {
    await inTransaction(databases.accounts, async (tx) => {
      const invitation = await findOpenInvitation(tx, readInvitationToken(secret, token))
      if (invitation.email !== user.email) throw new ApiError('invitation_of_another')
      await join(tx, invitation, user.id)
      await recordAudit(tx, {
        organizationId: invitation.organizationId,
        actor: { kind: 'person', id: user.id, name: user.name },
        ipAddress: request.ip,
        action: 'member_joined',
        subject: user.email,
        after: { role: invitation.role },
      })
      await workIn(tx, sessionTokenHash, invitation.organizationId)
      // Where no mail leaves, whoever invited handed the link over: it tells nothing of the mailbox.
      if (letters.leave) await confirmAddress(tx, user.id)
    })
  }

  /** @throws ApiError `email_taken`, `invalid_fields` */
  async function makeAccount(
    { email, userId }: OpenInvitation,
    { name = '', password = '' }: { name: string | undefined; password: string | undefined },
  ): Promise<{ account: CreatedAccount; email: string }> {
    if (userId !== null) throw new ApiError('email_taken')
    return { account: await createAccountIn(authentication, { name, email, password }), email }
  }
}
