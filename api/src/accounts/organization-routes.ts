import { randomUUID } from 'node:crypto'
import { inTransaction } from '@stella/database'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { attemptOf, countAttempt } from '../http/attempts.ts'
import { personOf } from '../http/authorization.ts'
import type { AccountContext } from './context.ts'
import { createOrganization, switchOrganization } from './organization-contract.ts'
import { answerWithSession } from './session.ts'
import { workIn } from './working-organization.ts'

/** More than anybody has businesses, fewer than would fill a disk. */
const mostNewOrganizations = 10

/** In which of their organizations a person works. */
export function workingOrganizationRoutes(app: App, context: AccountContext): void {
  const { authentication, callers, databases, secret } = context

  app.put('/api/session/organization', switchOrganization, async (request, reply) => {
    const { sessionTokenHash, user } = personOf(request)
    await work(sessionTokenHash, request.body.organizationId)
    callers.forgetPerson(user.id)
    return answerWithSession(context, request, reply.code(200), {
      userId: user.id,
      sessionTokenHash,
      cookies: [],
    })
  })

  app.post('/api/organizations', createOrganization, async (request, reply) => {
    const { sessionTokenHash, user } = personOf(request)
    const name = request.body.name.trim()
    if (name === '') throw new ApiError('invalid_fields', { fields: [{ path: 'name', code: 'required' }] })
    const attempt = attemptOf(secret, `organizations of ${user.id}`, mostNewOrganizations)
    await countAttempt(databases.accounts, [attempt], 'too_many_sign_ups')
    const made = await authentication.api.createOrganization({
      body: { name, slug: randomUUID(), userId: user.id },
    })
    await work(sessionTokenHash, made.id)
    callers.forgetPerson(user.id)
    return answerWithSession(context, request, reply.code(201), {
      userId: user.id,
      sessionTokenHash,
      cookies: [],
    })
  })

  /** @throws ApiError `no_organization` where the person is no member */
  async function work(sessionTokenHash: string, organizationId: string): Promise<void> {
    const isDone = await inTransaction(databases.accounts, (tx) =>
      workIn(tx, sessionTokenHash, organizationId),
    )
    if (!isDone) throw new ApiError('no_organization')
  }
}
