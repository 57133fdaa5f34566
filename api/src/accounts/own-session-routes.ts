import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { personOf } from '../http/authorization.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import type { AccountContext } from './context.ts'
import { deviceOf } from './device.ts'
import * as contract from './own-session-contract.ts'
import {
  endOtherSessions,
  endSession,
  noteAuthenticated,
  type OwnSession,
  sessionsOf,
} from './own-sessions.ts'
import { requirePassword } from './require-password.ts'

/** Where a person is signed in, and that it is they who sit there. */
export function ownSessionRoutes(app: App, { callers, databases, secret }: AccountContext): void {
  app.get('/api/sessions', contract.listSessions, async (request) => {
    const { sessionTokenHash, user } = personOf(request)
    return { items: (await sessionsOf(databases.accounts, user.id, sessionTokenHash)).map(present) }
  })

  app.delete('/api/sessions/:id', contract.endSession, async (request, reply) => {
    const { user } = personOf(request)
    if (!(await endSession(databases.accounts, user.id, request.params.id))) throw new ApiError('not_found')
    callers.forgetPerson(user.id)
    return reply.code(204).send()
  })

  app.delete('/api/sessions', contract.endOtherSessions, async (request, reply) => {
    const { sessionTokenHash, user } = personOf(request)
    await endOtherSessions(databases.accounts, user.id, sessionTokenHash)
    callers.forgetPerson(user.id)
    return reply.code(204).send()
  })

  app.post(
    '/api/session/confirmations',
    withSignInTraffic(contract.confirmPassword),
    async (request, reply) => {
      const { sessionTokenHash, user } = personOf(request)
      await requirePassword({ databases, secret }, user.id, request.body.password)
      await noteAuthenticated(databases.accounts, sessionTokenHash)
      callers.forgetPerson(user.id)
      return reply.code(204).send()
    },
  )
}

function present({ userAgent, createdAt, lastSeenAt, ...session }: OwnSession) {
  return {
    ...session,
    ...deviceOf(userAgent),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }
}
