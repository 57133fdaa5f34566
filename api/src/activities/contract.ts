import { z } from 'zod'
import { Mending } from '../causes/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Instant, pageOf, Search } from '../openapi/values.ts'

const { list, read } = operationsOf('Activities', 'organization')

export const Activity = z
  .object({
    id: z.string().describe('Its place in the log; rises in order of time.'),
    at: Instant,
    kind: z.string().describe('What happened, a stable code as in `invoice_booked`.'),
    outcome: z.enum(['success', 'failure', 'waiting', 'info']),
    superseded: z
      .boolean()
      .describe('Whether it failed and a later entry says how it went on; then it needs nobody any more.'),
    subject: z.object({
      type: z.enum(['invoice', 'relation', 'connection', 'organization']),
      id: z.string().nullable().describe('The invoice or the customer it is about.'),
      label: z.string().describe('As in `2026-0001` or the name of the customer.'),
    }),
    title: z.string(),
    detail: z.string(),
    amount: Amount.nullable(),
    code: z.string().nullable().describe('The code of e-Boekhouden.nl, if it gave one.'),
    mending: Mending.nullable(),
  })
  .meta({ id: 'Activity', description: 'One entry of the activity log, with ready sentences.' })

export const listActivities = list({
  id: 'listActivities',
  summary: 'List the activity log',
  description: 'The newest first: what happened to each invoice and each relation, and why when it did not.',
  page: pageOf('ActivityPage', Activity),
  filters: {
    filter: z
      .enum(['all', 'failed', 'invoices', 'relations'])
      .default('all')
      .describe('`failed`: what failed and is not superseded.'),
    search: Search.optional(),
  },
})

export const streamActivities = read({
  id: 'streamActivities',
  summary: 'Follow the activity log',
  description:
    'Server-sent events. Each `activity` event carries one entry as JSON, and its `id` as event id. It begins ' +
    'after the entry in `Last-Event-ID` or `after`, so that a reader that comes back gets everything it missed; ' +
    'without either it begins now. A comment comes every 15 seconds.',
  querystring: z.strictObject({
    after: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .describe('The `id` of the newest entry that is known.'),
  }),
  response: {
    200: {
      description: 'A stream of events that does not end.',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})
