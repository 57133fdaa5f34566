import { z } from 'zod'
import { Mending } from './mending.ts'
import { operation } from './operation.ts'
import { Retry } from './retries.ts'
import { Amount, Cursor, Day, Id, IdParams, Instant, Limit, pageOf } from './values.ts'

const tag = 'Support'
const audience = 'support'

const Cause = z
  .object({
    code: z.string().describe('Our code of the cause.'),
    serviceCode: z.string().nullable().describe('The code of e-Boekhouden.nl, as in `CMUT017`.'),
    title: z.string(),
    detail: z.string(),
    actor: z.enum(['nobody', 'owner', 'bookkeeper', 'support']).describe('Who must act.'),
    action: z.string().describe('What that person must do.'),
    mayBeBooked: z
      .boolean()
      .describe('Whether it may be in the books all the same: twice, changed, or not to be seen.'),
    mending: Mending.nullable(),
  })
  .meta({ id: 'Cause', description: 'Why a booking is not in the books.' })

export const SupportBooking = z
  .object({
    id: Id,
    organization: z.object({ id: Id, name: z.string() }),
    invoiceId: Id,
    invoiceNumber: z.string(),
    customerName: z.string(),
    totalGross: Amount,
    state: z.string(),
    since: Instant,
    attempts: z.int(),
    cause: Cause.nullable(),
  })
  .meta({ id: 'SupportBooking' })

export const SupportBookingDetail = SupportBooking.extend({
  invoiceDate: Day,
  dueDate: Day,
  reference: z.string().describe('Our reference in the field Boekstuk of the mutation.'),
  mutationNumber: z.string().nullable(),
  relation: z.object({ code: z.string(), state: z.string(), cause: Cause.nullable() }),
  connection: z.object({ state: z.string(), cause: Cause.nullable() }).nullable(),
  retryable: z.boolean(),
  timeline: z.array(
    z.object({
      at: Instant,
      outcome: z.enum(['success', 'failure', 'waiting', 'info']),
      title: z.string(),
      detail: z.string(),
    }),
  ),
  exchanges: z
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
    .describe('What was said to e-Boekhouden.nl and back, with codes and sessions cut out.'),
}).meta({ id: 'SupportBookingDetail' })

export const listSupportBookings = operation({
  id: 'listSupportBookings',
  tag,
  audience,
  summary: 'List failing bookings of all organizations',
  description: 'The bookings that are not in the books and need somebody, the oldest first.',
  problems: ['invalid_request', 'invalid_cursor'],
  response: { 200: pageOf('SupportBookingPage', SupportBooking) },
  querystring: z.strictObject({ cursor: Cursor.optional(), limit: Limit }),
})

export const getSupportBooking = operation({
  id: 'getSupportBooking',
  tag,
  audience,
  summary: 'Explain a booking',
  description: 'The invoice, the cause, who must act, and everything that was tried.',
  problems: ['invalid_request', 'not_found'],
  response: { 200: SupportBookingDetail },
  params: IdParams,
})

export const retrySupportBooking = operation({
  id: 'retrySupportBooking',
  tag,
  audience,
  summary: 'Offer a failed booking again, for an organization',
  description: 'As an organization does itself; its activity log says that the support desk did it.',
  problems: ['invalid_request', 'not_found', 'not_retryable', 'foreign_origin'],
  response: { 202: Retry },
  params: IdParams,
})
