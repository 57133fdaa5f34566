import { randomUUID } from 'node:crypto'
import { callBudget, reconciliationOf, requestReconciliation } from '@stella/bookkeeping'
import {
  acceptDifference,
  findConnection,
  inOrganization,
  type Transaction,
  unacceptDifference,
} from '@stella/database'
import { addDays, parsePlainDate } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { sendList } from '../http/list-file.ts'
import * as contract from './contract.ts'
import { csvColumns, csvRows } from './csv.ts'
import { presentReconciliation } from './present.ts'

/** «Aansluiting»: a period of Stella beside the books, what differs, and what the reading costs. */
export function reconciliationRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.get('/api/reconciliation', contract.getReconciliation, async (request) => {
    const period = periodOf(request.query)
    return inOwn(request, (tx) => present(tx, period, languageOf(request)))
  })

  app.post('/api/reconciliation', contract.readReconciliation, async (request, reply) => {
    const asked = { ...periodOf(request.body), by: callerOf(request), id: randomUUID(), now: now() }
    if (!(await inOwn(request, (tx) => requestReconciliation(tx, asked)))) throw new ApiError('not_connected')
    bookkeeping.wake()
    return reply.code(202).send()
  })

  app.put('/api/reconciliation/acceptances', contract.acceptDifference, async (request, reply) => {
    const accepted = { ...request.body, by: callerOf(request), at: now() }
    await inOwn(request, async (tx) => acceptDifference(tx, await linkedBooks(tx), accepted))
    return reply.code(204).send()
  })

  app.delete('/api/reconciliation/acceptances', contract.unacceptDifference, async (request, reply) => {
    await inOwn(request, async (tx) => unacceptDifference(tx, await linkedBooks(tx), request.body.key))
    return reply.code(204).send()
  })

  app.get('/api/reconciliation/csv', contract.getReconciliationCsv, async (request, reply) => {
    const period = periodOf(request.query)
    const language = request.query.language ?? languageOf(request)
    const { compared } = await inOwn(request, (tx) => present(tx, period, language))
    if (compared === null) throw new ApiError('not_compared')
    const words = textsIn(language).csv.reconciliation
    return sendList(reply, {
      format: request.query.format,
      name: `${words.file}-${period.from}-${period.until}`,
      language,
      columns: csvColumns(words),
      rows: csvRows(compared, words),
    })
  })

  app.get('/api/reconciliation/calls', contract.getCallBudget, async (request) =>
    inOwn(request, async (tx) => callBudget(tx, { booksId: await linkedBooks(tx), now: now() })),
  )
}

async function present(tx: Transaction, period: { from: string; until: string }, language: Language) {
  const connection = await findConnection(tx)
  const isLinked = connection !== null && connection.state !== 'disconnected'
  if (connection === null) {
    return presentReconciliation({ period, compared: null, reading: null }, isLinked, language)
  }
  const found = await reconciliationOf(tx, { booksId: connection.books_id, ...period })
  return presentReconciliation(found, isLinked, language)
}

/** @throws ApiError not_connected */
async function linkedBooks(tx: Transaction): Promise<string> {
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') throw new ApiError('not_connected')
  return connection.books_id
}

/** So that what one asks for stays a year of one business. @throws ApiError period_invalid */
function periodOf({ from, until }: { from: string; until: string }): { from: string; until: string } {
  if (until < from || until > addDays(parsePlainDate(from), 366)) throw new ApiError('period_invalid')
  return { from, until }
}

function callerOf(request: FastifyRequest): string {
  return nameOfCaller(request) ?? 'API'
}
