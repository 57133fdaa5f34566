import { actors } from '@stella/bookkeeping'
import { z } from 'zod'
import { Role } from '../members/values.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Id, Instant } from '../openapi/values.ts'
import { standings } from './standing.ts'

const { read, write } = operationsOf('Organization', 'person')

const Period = {
  from: z.iso.date().describe('The first day, by the date of the invoice.'),
  until: z.iso.date().describe('The last day; at most a year after.'),
}

const Standing = z.enum(standings).meta({
  id: 'Standing',
  description:
    '`paused`: the link stands still. `failed`: invoices failed. `differs`: Stella and the books do not agree. ' +
    '`not_compared`: the books were never read for this period. `waiting`: invoices wait, and go by themselves. ' +
    '`not_connected`: without a link. `clean`: all agrees, as the books were read last.',
})

export const OrganizationStanding = z
  .object({
    id: Id,
    name: z.string(),
    role: Role.describe('What the person is to it.'),
    standing: Standing,
    since: Instant.nullable().describe('Since when it stands so, as far as is known.'),
    actor: z.enum(actors).describe('Who must act.'),
    reason: z
      .string()
      .nullable()
      .describe('Why, in the language of the request; null where that says itself.'),
    waiting: z.int(),
    failed: z.int(),
    outstanding: Amount.describe('What customers still have to pay, with VAT.'),
    overdue: z.object({ count: z.int(), total: Amount }).describe('What of it is late.'),
    compared: z
      .object({
        readAt: Instant,
        by: z.string().nullable().describe('Who asked for it; null where Stella looked by itself.'),
        differences: z.int().describe('Those that nobody found right.'),
        net: Amount.describe('Of them: Stella minus the books.'),
        vat: Amount,
      })
      .nullable()
      .describe('Null where the linked books were never read for this period.'),
    isBeingRead: z.boolean(),
  })
  .meta({ id: 'OrganizationStanding', description: 'How an organization and its books stand.' })

export const listOrganizations = read({
  id: 'listOrganizations',
  summary: 'How the organizations stand that you work for',
  description:
    'One row for each, the worst first: what stands still, then most failed, then what differs, what is not known and ' +
    'what waits. `switchOrganization` goes to one.',
  problems: ['period_invalid'],
  querystring: z.strictObject(Period),
  response: {
    200: z.object({ items: z.array(OrganizationStanding) }).meta({ id: 'OrganizationStandings' }),
  },
})

export const readReconciliations = write({
  id: 'readReconciliations',
  summary: 'Have a period read in the books of all of them',
  description:
    'Of those that are linked, in which you may offer bookings again, and that were not read within ten minutes. Says ' +
    'how many that are.',
  problems: ['period_invalid'],
  body: z.strictObject(Period).meta({ id: 'ReconciliationsPeriod' }),
  response: { 202: z.object({ count: z.int() }).meta({ id: 'ReconciliationsAsked' }) },
})
