import {
  activateConnection,
  changeConnectionPreferences,
  compareCodes,
  connectionOf,
  disconnect,
  testConnection,
} from '@stella/bookkeeping'
import { announceActivities, inOrganization } from '@stella/database'
import { activityOf } from '../activities/record.ts'
import { auditOf } from '../audit/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { countAttempt } from '../http/attempts.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { askedWithCodes, attemptToTest } from './attempts.ts'
import * as contract from './contract.ts'
import { presentConnection, presentQuestion } from './present.ts'
import { refusalOfConnection } from './refusal.ts'

export function connectionRoutes(app: App, { bookkeeping, databases, now, secret }: Context): void {
  app.get('/api/connection', contract.getConnection, async (request) => {
    const connection = await inOrganization(databases.app, organizationOf(request).id, connectionOf)
    return presentConnection(connection, languageOf(request))
  })

  app.put('/api/connection', contract.activateConnection, async (request) => {
    const { id } = organizationOf(request)
    const { decision, ...codes } = request.body
    const decided = decision == null ? null : { ...decision, by: nameOfCaller(request) }
    const result = await askedWithCodes({ databases, secret }, request, () =>
      activateConnection(
        { ...bookkeeping, database: databases.app },
        id,
        codes,
        decided,
        nameOfCaller(request),
      ),
    )
    if (!result.ok)
      throw result.refusal === null ? new ApiError('books_undecided') : refusalOfConnection(result.refusal)
    // As much of the user name as the screens show: the whole of it is one of the three codes.
    const after = { username: result.connection.usernameHint }
    await inOrganization(databases.app, id, (tx) =>
      auditOf(tx, request, { action: 'connection_activated', after }),
    )
    void announceActivities(databases.app, id)
    bookkeeping.wake()
    return presentConnection(result.connection, languageOf(request))
  })

  app.put('/api/connection/preferences', contract.changeConnectionPreferences, async (request) => {
    const { id } = organizationOf(request)
    const connection = await inOrganization(databases.app, id, async (tx) => {
      const before = await connectionOf(tx)
      if (!(await changeConnectionPreferences(tx, request.body))) throw new ApiError('not_connected')
      const { relationsFrom } = request.body
      if (before !== null && before.relationsFrom !== relationsFrom)
        await activityOf(tx, request, {
          kind: 'connection_preferences_changed',
          subjectId: before.id,
          parameters: { relationsFrom },
          at: now(),
        })
      return connectionOf(tx)
    })
    void announceActivities(databases.app, id)
    return presentConnection(connection, languageOf(request))
  })

  app.post('/api/connection/comparisons', contract.compareCodes, async (request) => {
    const { id } = organizationOf(request)
    const compared = await askedWithCodes({ databases, secret }, request, () =>
      compareCodes({ ...bookkeeping, database: databases.app }, id, request.body),
    )
    if (!compared.ok) throw refusalOfConnection(compared.refusal)
    return { question: compared.question === null ? null : presentQuestion(compared.question) }
  })

  app.delete('/api/connection', contract.disconnect, async (request) => {
    const { id } = organizationOf(request)
    const connection = await inOrganization(databases.app, id, async (tx) => {
      if (!(await disconnect(tx, { now: now(), by: nameOfCaller(request) })))
        throw new ApiError('not_connected')
      await auditOf(tx, request, { action: 'connection_ended' })
      return connectionOf(tx)
    })
    void announceActivities(databases.app, id)
    return presentConnection(connection, languageOf(request))
  })

  app.post('/api/connection/tests', contract.testConnection, async (request, reply) => {
    const { id } = organizationOf(request)
    await countAttempt(databases.accounts, [attemptToTest(secret, id)], 'too_many_attempts')
    const test = await testConnection({ ...bookkeeping, database: databases.app }, id)
    if (test.outcome === 'not_connected') throw new ApiError('not_connected')
    await inOrganization(databases.app, id, (tx) => activityOf(tx, request, { ...toldOf(test), at: now() }))
    void announceActivities(databases.app, id)
    const language = languageOf(request)
    return reply
      .code(test.outcome === 'pending' ? 202 : 201)
      .send(presentConnection(test.connection, language))
  })
}

type Tested = Awaited<ReturnType<typeof testConnection>>

/** What the log says of a test that somebody asked for. */
function toldOf({ connection, outcome }: Exclude<Tested, { outcome: 'not_connected' }>) {
  if (outcome === 'passed') return { kind: 'connection_tested', subjectId: connection.id } as const
  const cause = outcome === 'pending' ? null : (connection.testCause ?? connection.pausedCause)
  return { kind: 'connection_test_failed', subjectId: connection.id, parameters: { cause } } as const
}
