import type { PassThrough } from 'node:stream'
import {
  type ActivityListRequest,
  activitiesAfter,
  inOrganization,
  latestActivityPosition,
  listActivities,
  peopleInActivities,
  positionOfActivity,
} from '@stella/database'
import { addDays, instantInAmsterdam, parsePlainDate } from '@stella/invoicing'
import { textsIn } from '@stella/texts'
import { allPages } from '@stella/transfer'
import type { FastifyReply } from 'fastify'
import type { AccessFeed } from '../accounts/access-feed.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { findCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { sendList } from '../http/list-file.ts'
import { Id } from '../openapi/values.ts'
import { activityColumns } from './columns.ts'
import * as contract from './contract.ts'
import type { ActivityFeed } from './feed.ts'
import { presentActivity } from './present.ts'
import { recordExport } from './record.ts'
import { activityStream } from './stream.ts'

const filters: Record<(typeof contract.activityFilters)[number], ActivityListRequest> = {
  all: {},
  failed: { failing: true },
  waiting: { waiting: true },
  invoices: { subjectTypes: ['invoice', 'message', 'payment'] },
  relations: { subjectTypes: ['relation'] },
  connection: { subjectTypes: ['connection'] },
  mails: { subjectTypes: ['message'] },
  payments: { subjectTypes: ['payment'] },
  imports: { subjectTypes: ['import'] },
  exports: { subjectTypes: ['export'] },
  settings: { subjectTypes: ['organization'] },
  help: { subjectTypes: ['case'] },
}

/** Pages that an organization may have open at once; each holds a connection and reads at every change. */
const mostStreams = 100

export type ActivityContext = Context & { accessFeed: AccessFeed; activityFeed: ActivityFeed }

export function activityRoutes(app: App, context: ActivityContext): void {
  const { accessFeed, activityFeed, callers, databases, now, pages } = context
  const streams = new Map<PassThrough, string>()
  // Streams have no end of their own, and closing waits for whatever is still being answered.
  app.addHook('preClose', async () => {
    for (const stream of streams.keys()) stream.end()
  })

  app.get('/api/activities', contract.listActivities, async (request) => {
    const { id } = organizationOf(request)
    const { cursor, limit, ...asked } = request.query
    const language = languageOf(request)
    return pages.read(
      { list: 'activities', owner: id },
      { cursor, limit, ...narrowedTo(asked) },
      (query) => inOrganization(databases.app, id, (tx) => listActivities(tx, query)),
      (activity) => presentActivity(activity, language),
    )
  })

  app.get('/api/activities/people', contract.listActivityPeople, async (request) => {
    const names = await inOrganization(databases.app, organizationOf(request).id, peopleInActivities)
    return { items: names.map((name) => ({ name })) }
  })

  app.get('/api/activities/csv', contract.getActivitiesCsv, async (request, reply) => {
    const { id } = organizationOf(request)
    const { format, language = languageOf(request), ...asked } = request.query
    await recordExport({ databases, now }, request, 'activities')
    const rows = allPages((page) =>
      inOrganization(databases.app, id, (tx) => listActivities(tx, { ...narrowedTo(asked), ...page })),
    )
    const name = `${textsIn(language).csv.activities.file}-${now().toISOString().slice(0, 10)}`
    return sendList(reply, { name, language, format, columns: activityColumns(language), rows })
  })

  // A HEAD would open a stream that nobody reads and nothing ends.
  const stream = { ...contract.streamActivities, exposeHeadRoute: false }
  app.get('/api/activities/stream', stream, async (request, reply) => {
    const { id } = organizationOf(request)
    const open = [...streams.values()].filter((other) => other === id).length
    if (open >= mostStreams) throw new ApiError('too_many_requests', { retryAfterSeconds: 60 })
    const language = languageOf(request)
    const known = Id.safeParse(request.headers['last-event-id'] ?? request.query.after).data
    const position = await inOrganization(
      databases.app,
      id,
      async (tx) =>
        (known === undefined ? undefined : await positionOfActivity(tx, known)) ??
        (await latestActivityPosition(tx)),
    )
    const events = activityStream({
      position,
      read: (from) => inOrganization(databases.app, id, (tx) => activitiesAfter(tx, from)),
      write: (activity) => presentActivity(activity, language),
      subscribe: (onChange) => activityFeed.subscribe(id, onChange),
      subscribeAccess: (onChange) => accessFeed.subscribe(onChange),
      mayRead: async () => (await findCaller(request, callers))?.organization?.id === id,
    })
    streams.set(events, id)
    events.on('close', () => streams.delete(events))
    return sendEvents(reply, events)
  })
}

/** What the log is narrowed to, days in Amsterdam as instants. */
function narrowedTo(asked: {
  filter: keyof typeof filters
  by?: string | undefined
  invoiceId?: string | undefined
  customerId?: string | undefined
  from?: string | undefined
  until?: string | undefined
  search?: string | undefined
}): ActivityListRequest {
  const { by, customerId, filter, from, invoiceId, search, until } = asked
  return {
    ...filters[filter],
    by,
    customerId,
    invoiceId,
    search,
    from: from === undefined ? undefined : instantInAmsterdam(parsePlainDate(from), 0),
    before: until === undefined ? undefined : instantInAmsterdam(addDays(parsePlainDate(until), 1), 0),
  }
}

/** Not held back by proxies that gather an answer before they pass it on. */
function sendEvents(reply: FastifyReply, events: PassThrough): FastifyReply {
  return reply
    .code(200)
    .type('text/event-stream; charset=utf-8')
    .header('x-accel-buffering', 'no')
    .send(events)
}
