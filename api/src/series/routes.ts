import {
  announceActivities,
  DatabaseError,
  deleteSeries,
  findSeries,
  inOrganization,
  listSeries,
  type NextNumber,
  saveSeries,
  setNextNumber,
  type Transaction,
  updateSeries,
} from '@stella/database'
import {
  formatNumber,
  MAXIMUM_PLACE,
  parsePlainDate,
  todayInAmsterdam,
  validateNextNumber,
  validateSeries,
} from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { activityOf } from '../activities/record.ts'
import { auditOf } from '../audit/record.ts'
import { ApiError, type FieldError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { fieldError, valid } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { fieldProblems } from '../http/problem-of.ts'
import * as contract from './contract.ts'
import { presentSeries } from './present.ts'

export function seriesRoutes(app: App, { databases, now }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)
  const today = () => todayInAmsterdam(now())
  const announce = (request: FastifyRequest) =>
    void announceActivities(databases.app, organizationOf(request).id)

  app.get('/api/series', contract.listSeries, async (request) =>
    inOwn(request, async (tx) => {
      const items = []
      for (const series of await listSeries(tx)) items.push(await presentSeries(tx, series, today()))
      return { items }
    }),
  )

  app.post('/api/series', contract.createSeries, async (request, reply) => {
    const { isForCredits, ...input } = request.body
    const content = valid(validateSeries(input))
    const series = await inOwn(request, async (tx) => {
      const made = await saveSeries(tx, content, isForCredits).catch(atItsField)
      await auditOf(tx, request, {
        action: 'series_made',
        subject: made.name,
        after: { pattern: made.pattern },
      })
      const { name, pattern } = made
      await activityOf(tx, request, { kind: 'series_made', parameters: { name, pattern }, at: now() })
      return presentSeries(tx, made, today())
    })
    announce(request)
    return reply.code(201).send(series)
  })

  app.put('/api/series/:id', contract.updateSeries, async (request) => {
    const { revision, isDefault, isForCredits, ...input } = request.body
    const content = valid(validateSeries(input))
    const series = await inOwn(request, async (tx) => {
      const change = { id: request.params.id, revision, content, isDefault, isForCredits }
      const { name, pattern } = await findSeries(tx, request.params.id)
      const changed = await updateSeries(tx, change).catch(atItsField)
      await auditOf(tx, request, {
        action: 'series_changed',
        subject: name,
        before: { name, pattern },
        after: { name: changed.name, pattern: changed.pattern },
      })
      const told = { name: changed.name, former: pattern, pattern: changed.pattern }
      await activityOf(tx, request, { kind: 'series_changed', parameters: told, at: now() })
      return presentSeries(tx, changed, today())
    })
    announce(request)
    return series
  })

  app.delete('/api/series/:id', contract.deleteSeries, async (request, reply) => {
    await inOwn(request, async (tx) => {
      const { name, pattern } = await findSeries(tx, request.params.id)
      await deleteSeries(tx, request.params.id)
      await auditOf(tx, request, { action: 'series_removed', subject: name, before: { pattern } })
      await activityOf(tx, request, { kind: 'series_removed', parameters: { name }, at: now() })
    })
    announce(request)
    return reply.code(204).send()
  })

  app.put('/api/series/:id/next-number', contract.setNextNumber, async (request) => {
    const { place, reason } = valid(validateNextNumber(request.body))
    const { year } = request.body
    const invoiceDate = year === undefined ? today() : parsePlainDate(`${year}-01-01`)
    const series = await inOwn(request, async (tx) => {
      const { id: seriesId } = await findSeries(tx, request.params.id)
      const { before, after } = await setNextNumber(tx, { seriesId, invoiceDate, place, reason }).catch(
        atItsField,
      )
      if (before.place !== after.place) await recordStart(tx, request, { before, after, reason, at: now() })
      return presentSeries(tx, await findSeries(tx, seriesId), today())
    })
    announce(request)
    return series
  })

  app.post('/api/series/preview', contract.previewSeries, async (request) => {
    const { pattern, restartsYearly, place } = request.body
    const series = validateSeries({ name: 'x', pattern, restartsYearly })
    const next = validateNextNumber({ place })
    const problems = [series, next].flatMap((checked) => (checked.ok ? [] : checked.problems.map(fieldError)))
    const numbers =
      series.ok && next.ok
        ? [place, place + 1, place + 2]
            .filter((it) => it <= MAXIMUM_PLACE)
            .map((it) => formatNumber(series.value.pattern, today(), it))
        : []
    return { numbers, problems: fieldProblems(problems, languageOf(request)) }
  })
}

type Start = { before: NextNumber; after: NextNumber; reason: string | null; at: Date }

async function recordStart(tx: Transaction, request: FastifyRequest, { before, after, reason, at }: Start) {
  await auditOf(tx, request, {
    action: 'series_moved',
    before: { place: before.number },
    after: { place: after.number, reason },
  })
  const parameters = { before: before.number, after: after.number, reason }
  await activityOf(tx, request, { kind: 'series_moved', parameters, at })
}

/** What the database alone can tell of what was filled in, at the field that it is about. */
function atItsField(error: unknown): never {
  const field = error instanceof DatabaseError ? fieldOf(error) : null
  if (field === null) throw error
  throw new ApiError('invalid_fields', { fields: [field], cause: error })
}

function fieldOf({ code, parameters }: DatabaseError): FieldError | null {
  switch (code) {
    case 'series_alike':
      return { path: 'pattern', code, parameters: { characters: parameters.series ?? '' } }
    case 'series_used':
      return { path: 'pattern', code: 'series_pattern_used' }
    case 'series_ground_used':
      return { path: 'place', code, parameters: { limit: parameters.place ?? '' } }
    case 'series_reason_missing':
      return { path: 'reason', code }
    default:
      return null
  }
}
