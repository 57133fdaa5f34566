import {
  backfillOf,
  type ConfirmRefusal,
  confirmBackfill,
  dropBackfill,
  type RequestRefusal,
  requestBackfill,
  resumeBackfill,
  type StopRefusal,
  stopBackfill,
} from '@stella/bookkeeping'
import { announceActivities, findConnection, inOrganization, type Transaction } from '@stella/database'
import { parsePlainDate } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './contract.ts'
import { presentBackfill } from './present.ts'

/** Old invoices that go to books which are used already: a dry run, what is confirmed of it, and how far that is. */
export function backfillRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.get('/api/backfill', contract.getBackfill, async (request) =>
    inOwn(request, (tx) => present(tx, request)),
  )

  app.post('/api/backfill', contract.requestBackfill, async (request, reply) => {
    const fromDay = parsePlainDate(request.body.from)
    const begun = await change(request, (tx, by) => requestBackfill(tx, { fromDay, ...by }))
    return reply.code(202).send(begun)
  })

  app.post('/api/backfill/confirmation', contract.confirmBackfill, async (request, reply) => {
    const confirmed = await change(request, (tx, by) => confirmBackfill(tx, { choice: request.body, ...by }))
    return reply.code(202).send(confirmed)
  })

  app.post('/api/backfill/stop', contract.stopBackfill, async (request) => change(request, stopBackfill))
  app.post('/api/backfill/resumption', contract.resumeBackfill, async (request) =>
    change(request, resumeBackfill),
  )
  app.delete('/api/backfill', contract.dropBackfill, async (request) => change(request, dropBackfill))

  type By = { by: string; now: Date }

  async function change(
    request: FastifyRequest,
    work: (tx: Transaction, by: By) => Promise<RequestRefusal | ConfirmRefusal | StopRefusal | null>,
  ) {
    const answer = await inOwn(request, async (tx) => {
      const refusal = await work(tx, { by: nameOfCaller(request) ?? 'API', now: now() })
      if (refusal !== null) throw new ApiError(refusal)
      return present(tx, request)
    })
    void announceActivities(databases.app, organizationOf(request).id)
    bookkeeping.wake()
    return answer
  }

  async function present(tx: Transaction, request: FastifyRequest) {
    const connection = await findConnection(tx)
    const isLinked = connection !== null && connection.state !== 'disconnected'
    const view = await backfillOf(tx, now())
    return presentBackfill(view, { isLinked, language: languageOf(request), now: now() })
  }
}
