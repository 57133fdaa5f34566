import {
  changeMapping,
  connectionOf,
  type MappingContent,
  mappingView,
  tryMapping,
} from '@stella/bookkeeping'
import { inOrganization, type Transaction } from '@stella/database'
import type { Language } from '@stella/texts'
import type { FastifyRequest } from 'fastify'
import { auditOf } from '../audit/record.ts'
import { booksName } from '../connections/books-name.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { actorOf, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { fieldError } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './contract.ts'
import { presentMapping, presentTried } from './present.ts'

/** «Rekeningen»: which ledger accounts of the linked books sales are booked on. */
export function mappingRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.get('/api/mapping', contract.getMapping, async (request) =>
    inOwn(request, (tx) => present(tx, languageOf(request))),
  )

  app.put('/api/mapping', contract.changeMapping, async (request) => {
    const { version, ...content } = request.body
    const mapping = await inOwn(request, async (tx) => {
      const before = await mappingView(tx)
      const by = actorOf(request).name
      const changed = await changeMapping(tx, { content, version, by, now: now() })
      if (changed.outcome === 'unfit')
        throw new ApiError('invalid_fields', { fields: changed.problems.map(fieldError) })
      if (changed.outcome !== 'changed') throw new ApiError(changed.outcome)
      await auditOf(tx, request, {
        action: 'mapping_changed',
        before: before === null ? null : inWords(before.content),
        after: inWords(content),
      })
      return present(tx, languageOf(request))
    })
    bookkeeping.wake()
    return mapping
  })

  app.post('/api/mapping/trials', contract.tryMapping, async (request) =>
    inOwn(request, async (tx) => {
      const tried = await tryMapping(tx, request.body)
      if (tried === null) throw new ApiError('not_connected')
      return presentTried(tried, await mappingView(tx))
    }),
  )
}

async function present(tx: Transaction, language: Language) {
  const connection = await connectionOf(tx)
  const isLinked = connection !== null && connection.state !== 'disconnected'
  return presentMapping(
    await mappingView(tx),
    { isLinked, books: connection === null ? null : booksName(connection.books.name, language) },
    language,
  )
}

/** For the audit: one word a treatment, as in «high 8010». */
function inWords({ byTreatment, debtorsAccount, revenueAccount }: MappingContent) {
  const entries = Object.entries(byTreatment).map(([treatment, account]) => `${treatment} ${account}`)
  return { debtorsAccount, revenueAccount, byTreatment: entries.join(', ') }
}
