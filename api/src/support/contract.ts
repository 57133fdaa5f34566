import { actors } from '@stella/bookkeeping'
import { activityOutcomes } from '@stella/database'
import { z } from 'zod'
import { CauseCode, Mending, retryOf } from '../causes/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Day, Id, IdParams, Instant, pageOf } from '../openapi/values.ts'

const operations = operationsOf('Support', 'support')
const { list, read } = operations

export const Cause = z
  .object({
    code: CauseCode,
    serviceCode: z.string().nullable().describe('The code of e-Boekhouden.nl, as in `CMUT017`.'),
    title: z.string(),
    detail: z.string(),
    actor: z.enum(actors).describe('Who must act.'),
    action: z.string().describe('What that person must do.'),
    mayBeBooked: z
      .boolean()
      .describe('Whether it may be in the books all the same: twice, changed, or not to be seen.'),
    mending: Mending.nullable(),
  })
  .meta({
    id: 'Cause',
    description: 'Why a booking or a relation is not in the books, or a connection waits.',
  })

/** What the screens say where there is no consent to look stands there; so it is null, and never empty. */
const withConsent = 'Null without consent of the organization to look.'

export const Organization = z.object({
  id: Id,
  number: z.int().describe('What people and support call an administration between them.'),
  name: z.string().nullable().describe(withConsent),
})

const Connection = z.object({ state: z.string(), cause: Cause.nullable() })

const Timeline = z.array(
  z.object({
    at: Instant,
    outcome: z.enum(activityOutcomes),
    title: z.string(),
    detail: z.string(),
  }),
)

const Exchanges = z
  .array(
    z.object({
      id: z.string(),
      at: Instant,
      operation: z.string(),
      outcome: z.string().nullable().describe('Null when nothing is known of how it ended.'),
      serviceCode: z.string().nullable(),
      httpStatus: z.int().nullable(),
      durationMs: z.int().nullable(),
      request: z.string().nullable(),
      answer: z.string().nullable(),
    }),
  )
  .describe('What was said to e-Boekhouden.nl and back, with codes and sessions cut out.')

const Administration = z
  .string()
  .nullable()
  .describe(`The administration it stands in, or goes to, as e-Boekhouden.nl calls it. ${withConsent}`)

/** What a booking and a relation that failed have in common. */
const failing = {
  id: Id,
  organization: Organization,
  customerName: z.string().nullable().describe(withConsent),
  state: z.string(),
  since: Instant,
  attempts: z.int(),
  cause: Cause.nullable(),
}

/** What is known of either when somebody looks into it. */
const insight = {
  administration: Administration,
  connection: Connection.nullable(),
  retryable: z.boolean(),
  caseId: Id.nullable().describe('Of the open case about it.'),
  timeline: Timeline,
  exchanges: Exchanges,
}

export const SupportBooking = z
  .object({
    ...failing,
    invoiceId: Id,
    invoiceNumber: z.string().nullable().describe(withConsent),
    totalGross: Amount.nullable(),
  })
  .meta({ id: 'SupportBooking' })

export const SupportBookingDetail = SupportBooking.extend({
  ...insight,
  invoiceDate: Day.nullable(),
  dueDate: Day.nullable(),
  reference: z.string().nullable().describe('Our reference in the field Boekstuk of the mutation.'),
  mutationNumber: z.string().nullable(),
  relation: z.object({ code: z.string().nullable(), state: z.string(), cause: Cause.nullable() }),
}).meta({ id: 'SupportBookingDetail' })

export const SupportRelation = z
  .object({
    ...failing,
    customerId: Id,
    waitingInvoices: z.int().describe('Final invoices of the customer that are not in the books yet.'),
  })
  .meta({ id: 'SupportRelation' })

export const SupportRelationDetail = SupportRelation.extend({
  ...insight,
  code: z.string().nullable().describe('The code of the relation in the books.'),
}).meta({ id: 'SupportRelationDetail' })

export const SupportConnection = z
  .object({
    id: Id,
    organization: Organization,
    administration: Administration,
    since: Instant,
    waitingInvoices: z.int().describe('Final invoices that go on by themselves once the pause is over.'),
    cause: Cause.nullable(),
  })
  .meta({ id: 'SupportConnection' })

export const listSupportBookings = list({
  id: 'listSupportBookings',
  summary: 'List failing bookings of all organizations',
  description: 'The bookings that are not in the books and need somebody, the oldest first.',
  page: pageOf('SupportBookingPage', SupportBooking),
})

export const getSupportBooking = read({
  id: 'getSupportBooking',
  summary: 'Explain a booking',
  description:
    'The cause and who must act; with consent of the organization also the invoice and everything that was tried. The ' +
    'look is written down.',
  response: { 200: SupportBookingDetail },
  params: IdParams,
})

export const retrySupportBooking = retryOf(operations, {
  id: 'retrySupportBooking',
  summary: 'Offer a failed booking again, for an organization',
  description: 'As an organization does itself; its activity log says that the support desk did it.',
})

export const listSupportRelations = list({
  id: 'listSupportRelations',
  summary: 'List failing relations of all organizations',
  description:
    'The relations that e-Boekhouden.nl did not take, or took otherwise, the oldest first, with or without invoices that wait for them.',
  page: pageOf('SupportRelationPage', SupportRelation),
})

export const getSupportRelation = read({
  id: 'getSupportRelation',
  summary: 'Explain a relation',
  description:
    'The cause and who must act; with consent of the organization also the customer and everything that was tried. The ' +
    'look is written down.',
  response: { 200: SupportRelationDetail },
  params: IdParams,
})

export const retrySupportRelation = retryOf(operations, {
  id: 'retrySupportRelation',
  summary: 'Offer a failed relation again, for an organization',
  description:
    'As an organization does itself, with the invoices that wait for it; its activity log says that the support desk did it.',
})

export const listSupportConnections = list({
  id: 'listSupportConnections',
  summary: 'List paused connections of all organizations',
  description: 'The connections over which nothing goes until their cause is gone, the oldest first.',
  page: pageOf('SupportConnectionPage', SupportConnection),
})
