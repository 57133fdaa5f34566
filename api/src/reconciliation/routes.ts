import { randomUUID } from 'node:crypto'
import {
  callBudget,
  isReadingHeldBack,
  judgeAgain,
  reconciliationOf,
  requestReconciliation,
} from '@stella/bookkeeping'
import {
  acceptDifference,
  findConnection,
  inOrganization,
  type Transaction,
  unacceptDifference,
} from '@stella/database'
import { type Language, textsIn } from '@stella/texts'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import { languageOf } from '../http/language.ts'
import { sendList } from '../http/list-file.ts'
import { type DocumentContext, refuseWhenBusy, sendFile } from '../invoices/document-routes.ts'
import * as contract from './contract.ts'
import { csvColumns, csvRows } from './csv.ts'
import { periodOf } from './period.ts'
import { presentReconciliation } from './present.ts'
import { reportOf } from './report.ts'

/** «Aansluiting»: a period of Stella beside the books, what differs, and what the reading costs. */
export function reconciliationRoutes(
  app: App,
  { bookkeeping, databases, now, typesetting }: DocumentContext,
): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.get('/api/reconciliation', contract.getReconciliation, async (request) => {
    const period = periodOf(request.query)
    return inOwn(request, (tx) => present(tx, period, { language: languageOf(request), now: now() }))
  })

  app.post('/api/reconciliation', contract.readReconciliation, async (request, reply) => {
    const asked = { ...periodOf(request.body), by: callerOf(request), id: randomUUID(), now: now() }
    if (!(await inOwn(request, (tx) => requestReconciliation(tx, asked)))) throw new ApiError('not_connected')
    bookkeeping.wake()
    return reply.code(202).send()
  })

  app.put('/api/reconciliation/acceptances', contract.acceptDifference, async (request, reply) => {
    const accepted = { ...request.body, by: callerOf(request), at: now() }
    await inOwn(request, async (tx) => {
      const booksId = await linkedBooks(tx)
      await acceptDifference(tx, booksId, accepted)
      await judgeAgain(tx, booksId, now())
    })
    return reply.code(204).send()
  })

  app.delete('/api/reconciliation/acceptances', contract.unacceptDifference, async (request, reply) => {
    await inOwn(request, async (tx) => {
      const booksId = await linkedBooks(tx)
      await unacceptDifference(tx, booksId, request.body.key)
      await judgeAgain(tx, booksId, now())
    })
    return reply.code(204).send()
  })

  app.get('/api/reconciliation/csv', contract.getReconciliationCsv, async (request, reply) => {
    const period = periodOf(request.query)
    const language = request.query.language ?? languageOf(request)
    const { compared } = await inOwn(request, (tx) => present(tx, period, { language, now: now() }))
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

  app.get('/api/reconciliation/pdf', contract.getReconciliationPdf, async (request, reply) => {
    const period = periodOf(request.query)
    const language = request.query.language ?? languageOf(request)
    const organization = organizationOf(request)
    const { books, compared } = await inOwn(request, async (tx) => ({
      ...(await present(tx, period, { language, now: now() })),
      books: (await findConnection(tx))?.books_name ?? '',
    }))
    if (compared === null) throw new ApiError('not_compared')
    const about = { organization: organization.name, books: `e-Boekhouden.nl, ${books}`, now: now() }
    const report = reportOf({ compared, ...period }, about, language)
    const pdf = await typesetting.renderReportPdf(report, organization.id).catch(refuseWhenBusy)
    const name = `${textsIn(language).csv.reconciliation.file}-${period.from}-${period.until}.pdf`
    return sendFile(reply, 'application/pdf', name, pdf)
  })

  app.get('/api/reconciliation/calls', contract.getCallBudget, async (request) =>
    inOwn(request, async (tx) => callBudget(tx, { booksId: await linkedBooks(tx), now: now() })),
  )
}

async function present(
  tx: Transaction,
  period: { from: string; until: string },
  { language, now }: { language: Language; now: Date },
) {
  const connection = await findConnection(tx)
  const isLinked = connection !== null && connection.state !== 'disconnected'
  if (connection === null) {
    return presentReconciliation(
      { period, compared: null, reading: null },
      { isHeldBack: false, isLinked },
      language,
    )
  }
  const booksId = connection.books_id
  const found = await reconciliationOf(tx, { booksId, ...period })
  const isHeldBack = found.reading !== null && (await isReadingHeldBack(tx, { booksId, now }))
  return presentReconciliation(found, { isHeldBack, isLinked }, language)
}

/** @throws ApiError not_connected */
async function linkedBooks(tx: Transaction): Promise<string> {
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') throw new ApiError('not_connected')
  return connection.books_id
}

function callerOf(request: FastifyRequest): string {
  return nameOfCaller(request) ?? 'API'
}
