import { activityKinds, activityOutcomes, activitySigns, activitySubjects } from '@stella/database'
import { languages } from '@stella/texts'
import { z } from 'zod'
import { Mending } from '../causes/contract.ts'
import { file, ListFormat } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Id, Instant, pageOf, Search } from '../openapi/values.ts'

const { list, read } = operationsOf('Activities', 'organization')

/** What the log is narrowed to. */
export const activityFilters = [
  'all',
  'failed',
  'waiting',
  'invoices',
  'relations',
  'connection',
  'mails',
  'payments',
  'imports',
  'exports',
  'settings',
  'help',
] as const

export const Activity = z
  .object({
    id: Id.describe('An id of its own, which says nothing of its place.'),
    at: Instant,
    kind: z.string().describe(kinds()),
    outcome: z.enum(activityOutcomes),
    superseded: z
      .boolean()
      .describe('Whether it failed and a later entry says how it went on; then it needs nobody any more.'),
    subject: z.object({
      type: z.enum(activitySubjects),
      id: z.string().nullable().describe('The invoice or the customer it is about.'),
      label: z.string().describe('As in `2026-0001` or the name of the customer.'),
    }),
    sign: z
      .enum(activitySigns)
      .describe('What to mark it with: finer than `outcome`, as `verified` is a success of its own.'),
    title: z.string(),
    titleParts: z
      .object({ before: z.string(), subject: z.string(), after: z.string() })
      .describe('`title` in parts: `subject` names what it is about, for a link. Any part may be empty.'),
    detail: z.string(),
    amount: Amount.nullable(),
    code: z.string().nullable().describe('The code of e-Boekhouden.nl, if it gave one.'),
    cause: z
      .string()
      .nullable()
      .describe(
        'Why it failed or waits: a code of `CauseCode`, or `mail-` and one of `MessageCause`. Explained at `/meer-hierover#` and this.',
      ),
    mending: Mending.nullable(),
  })
  .meta({ id: 'Activity', description: 'One entry of the activity log, with ready sentences.' })

const filters = {
  filter: z
    .enum(activityFilters)
    .default('all')
    .describe(
      '`failed`: what failed and is not superseded; `waiting`: what waits and of which nothing was said since.',
    ),
  invoiceId: Id.optional().describe('What became of this invoice, of its mails and of its payment.'),
  by: z.string().min(1).max(200).optional().describe('What this person did, by the name they had then.'),
  customerId: Id.optional().describe('What is about this customer, its relation and its invoices.'),
  from: z.iso.date().optional().describe('From this day in Amsterdam on.'),
  until: z.iso.date().optional().describe('Up to and with this day.'),
  search: Search.optional(),
}

export const listActivities = list({
  id: 'listActivities',
  summary: 'List the activity log',
  description: 'The newest first: what happened to each invoice and each relation, and why when it did not.',
  page: pageOf('ActivityPage', Activity),
  filters,
})

export const listActivityPeople = read({
  id: 'listActivityPeople',
  summary: 'Who stands in the activity log',
  description:
    'The names of everybody who did something that stands in it, for `by` of the log; 200 at most.',
  response: { 200: z.object({ items: z.array(z.object({ name: z.string() })) }) },
})

export const getActivitiesCsv = read({
  id: 'getActivitiesCsv',
  summary: 'The activity log as CSV',
  description: 'As it is filtered, the newest first, as a spreadsheet reads it.',
  response: { 200: file('text/csv', 'The file.') },
  querystring: z.strictObject({ ...filters, language: z.enum(languages).optional(), format: ListFormat }),
})

export const streamActivities = read({
  id: 'streamActivities',
  summary: 'Follow the activity log',
  description:
    'Server-sent events. Each `activity` event carries one entry as JSON, and its `id` as event id. It begins ' +
    'after the entry in `Last-Event-ID` or `after`, so that a reader that comes back gets everything it missed; ' +
    'without either it begins now. A comment comes every 15 seconds.',
  querystring: z.strictObject({
    after: Id.optional().describe('The `id` of the newest entry that is known.'),
  }),
  response: {
    200: {
      description: 'A stream of events that does not end.',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})

/** The closed table of kinds, for whoever writes a program against the API. */
function kinds(): string {
  const rows = Object.entries(activityKinds).map(([kind, { meaning }]) => `- \`${kind}\`: ${meaning}`)
  return ['What happened, a stable code:', '', ...rows].join('\n')
}
