import { inTransaction, recordAudit } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { countAttempt } from '../http/attempts.ts'
import { personOf } from '../http/authorization.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import type { AccountContext } from './context.ts'
import { type Confirmed, confirmWithToken, isTaken, tokenOfAddress, tokenOfChange } from './email-address.ts'
import * as contract from './email-contract.ts'
import { confirmationsOf, emailChangesOf } from './letter-limits.ts'
import { findAddressee } from './letters.ts'
import { requirePassword } from './require-password.ts'
import { membershipsOf } from './working-organization.ts'

const readableEmail = z.email()

/** One's own address: that it can be written to, and changing it. */
export function emailRoutes(app: App, context: AccountContext): void {
  const { authentication, callers, databases, letters, secret } = context

  app.put('/api/session/email', withSignInTraffic(contract.changeEmail), async (request, reply) => {
    const { user } = personOf(request)
    const email = request.body.email.trim().toLowerCase()
    if (!readableEmail.safeParse(email).success)
      throw new ApiError('invalid_fields', { fields: [{ path: 'email', code: 'email_invalid' }] })
    await requirePassword(context, user.id, request.body.password)
    await countAttempt(databases.accounts, emailChangesOf(secret, user.id, email), 'too_many_resets')
    // Made in either case: how long it takes tells whether there is an account.
    const token = await tokenOfChange(authentication, user, email)
    const addressee = await findAddressee(databases.accounts, user.id)
    if (addressee !== null && !(await isTaken(authentication, email)))
      letters.emailChange({ ...addressee, email }, token)
    return reply.code(202).send()
  })

  app.post('/api/session/email/letters', contract.sendEmailConfirmation, async (request, reply) => {
    const { user } = personOf(request)
    if (user.hasConfirmedEmail) return reply.code(202).send()
    await countAttempt(databases.accounts, [confirmationsOf(secret, user.id)], 'too_many_resets')
    const addressee = await findAddressee(databases.accounts, user.id)
    if (addressee !== null)
      letters.emailConfirmation(addressee, await tokenOfAddress(authentication, addressee.email))
    return reply.code(202).send()
  })

  app.post('/api/email-confirmations', contract.confirmEmail, async (request) => {
    const confirmed = await confirmWithToken(authentication, request.body.token)
    await tellOf(request, confirmed)
    return { email: confirmed.email }
  })

  /** The former address is told, and so are the owners of wherever the person works. */
  async function tellOf({ ip }: FastifyRequest, { email, former }: Confirmed): Promise<void> {
    const { internalAdapter } = await authentication.$context
    const found = await internalAdapter.findUserByEmail(email)
    if (found === null) return
    const { id, name } = found.user
    callers.forgetPerson(id)
    if (former === null) return
    const addressee = await findAddressee(databases.accounts, id)
    if (addressee !== null) letters.emailChanged({ ...addressee, email: former }, email)
    await inTransaction(databases.accounts, async (tx) => {
      for (const { id: organizationId, role } of await membershipsOf(tx, id))
        await recordAudit(tx, {
          organizationId,
          actor: { kind: 'person', id, name },
          ipAddress: ip,
          action: 'email_changed',
          subject: email,
          before: { email: former, role },
          after: { email, role },
        })
    })
  }
}
