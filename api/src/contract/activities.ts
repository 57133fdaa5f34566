import { z } from 'zod'
import { operation } from './operation.ts'
import { Amount, Cursor, Id, Instant, Limit, pageOf, Search } from './values.ts'

const tag = 'Activities'

export const Activity = z
  .object({
    id: Id.or(z.string()).describe('Rises in order of time within the organization.'),
    at: Instant,
    kind: z.string().describe('What happened, a stable code as in `invoice_booked`.'),
    outcome: z.enum(['success', 'failure', 'waiting', 'info']),
    subject: z.object({
      type: z.enum(['invoice', 'relation', 'connection', 'organization']),
      id: z.string().nullable().describe('The invoice or the customer it is about.'),
      label: z.string().describe('As in `2026-0001` or the name of the customer.'),
    }),
    title: z.string(),
    detail: z.string(),
    amount: Amount.nullable(),
    code: z.string().nullable().describe('The code of e-Boekhouden.nl, if it gave one.'),
  })
  .meta({ id: 'Activity', description: 'One entry of the activity log, with ready sentences.' })

export const listActivities = operation({
  id: 'listActivities',
  tag,
  audience: 'organization',
  summary: 'List the activity log',
  description: 'The newest first: what happened to each invoice and each relation, and why when it did not.',
  problems: ['invalid_request', 'invalid_cursor'],
  response: { 200: pageOf('ActivityPage', Activity) },
  querystring: z.strictObject({
    filter: z.enum(['all', 'failed', 'invoices', 'relations']).default('all'),
    search: Search.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
})

export const streamActivities = operation({
  id: 'streamActivities',
  tag,
  audience: 'organization',
  summary: 'Follow the activity log',
  description:
    'Server-sent events. Each `activity` event carries one entry as JSON and its place as event id; a reader ' +
    'that comes back with `Last-Event-ID` gets everything it missed. A comment comes every 15 seconds.',
  problems: ['invalid_request'],
  response: {
    200: {
      description: 'A stream of events that does not end.',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})
