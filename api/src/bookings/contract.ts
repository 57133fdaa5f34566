import { causeCodes } from '@stella/bookkeeping'
import { z } from 'zod'
import { CauseCode, Mending, retryOf } from '../causes/contract.ts'
import { ConnectionState } from '../connections/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Day, Id, Instant } from '../openapi/values.ts'

const operations = operationsOf('Bookings', 'organization')

export const BooksState = z
  .enum([
    'none',
    'not_connected',
    'nothing_to_book',
    'history',
    'waiting',
    'booked',
    'verified',
    'adopted',
    'excluded',
    'failed',
  ])
  .meta({
    id: 'BooksState',
    description:
      '`none`: a draft. `not_connected`: final, made without a connection. `nothing_to_book`: final, and comes to zero. `history`: brought in from another program, and never booked. `waiting`: will be booked by itself. ' +
      '`booked`: a mutation in e-Boekhouden.nl. `verified`: read back and equal to the cent. `adopted`: a mutation that somebody entered by hand, as a person says. `excluded`: left out of the books by a person. `failed`: needs a person.',
  })

export const BooksStatus = z
  .object({
    state: BooksState,
    bookingId: Id.nullable().describe('For `POST /api/bookings/{id}/retries`.'),
    mutationNumber: z.string().nullable().describe('The number of the mutation in e-Boekhouden.nl.'),
    bookedAt: Instant.nullable(),
    administration: z
      .string()
      .nullable()
      .describe('The administration it stands in, or goes to, as e-Boekhouden.nl calls it.'),
    cause: z
      .object({
        code: CauseCode,
        title: z.string().describe('What happened.'),
        why: z.string(),
        detail: z.string().describe('Who must do what.'),
        mayBeBooked: z
          .boolean()
          .describe('Whether it may be in the books all the same: twice, changed, or not to be seen.'),
        mending: Mending.nullable(),
      })
      .nullable()
      .describe('Why it waits or failed.'),
    nextTryAt: Instant.nullable().describe(
      'When Stella tries it by itself; null for at once, or not at all.',
    ),
  })
  .meta({ id: 'BooksStatus', description: 'How the invoice stands in the books.' })

export const BookingPreview = z
  .object({
    connectionState: ConnectionState.describe('Without an active connection this is what would be booked.'),
    date: Day,
    description: z
      .string()
      .describe('What the mutation will say, at most 200 characters; `…` where shortened.'),
    relation: z.object({ code: z.string(), name: z.string(), isNew: z.boolean() }),
    debtorsAccount: z.object({ code: z.string(), name: z.string() }),
    totalGross: Amount,
    lines: z.array(
      z.object({
        account: z.object({ code: z.string(), name: z.string() }),
        vatTreatments: z
          .array(z.string())
          .describe('The VAT treatments booked under this code; none for a cent of rounding.'),
        vatRate: z.string().describe('Percentage, as in `21`.'),
        vatCode: z.string().describe('The BTWCode of e-Boekhouden.nl, as in `HOOG_VERK_21`.'),
        vatReturnBox: z.string().nullable().describe('The box of the Dutch VAT return, as in `1a`.'),
        net: Amount,
        vat: Amount,
        gross: Amount,
      }),
    ),
    blockers: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .describe('What must be mended before it can be made final; empty when nothing.'),
    distanceSale: z
      .string()
      .nullable()
      .describe(
        'Why it is only made final with `notDistanceSale`: above € 10,000 a year the VAT of another member state is due ' +
          'on goods and digital services for consumers there.',
      ),
    warnings: z
      .array(z.string())
      .describe('What is odd, as that it is the same invoice as last week’s; it holds nothing back.'),
    notes: z.array(z.string()).describe('What is good to know, as that the description will be shortened.'),
  })
  .meta({ id: 'BookingPreview', description: 'The exact mutation an invoice leads to.' })

export const retryBooking = retryOf(operations, {
  id: 'retryBooking',
  summary: 'Offer a failed booking again',
  description:
    'Only for a booking that failed. One whose outcome is unknown is looked up first, never sent blindly.',
})

const BookingRetriesOfCause = z
  .strictObject({ cause: z.enum(causeCodes).describe('As in `cause.code` of an invoice.') })
  .meta({ id: 'BookingRetriesOfCause', description: 'Everything that failed for one cause.' })

export const retryBookingsOfCause = operations.write({
  id: 'retryBookingsOfCause',
  summary: 'Offer everything again that failed for one cause',
  description: 'One look at how many still wait for it tells how far it is: the invoices with that cause.',
  problems: ['not_retryable'],
  body: BookingRetriesOfCause,
  response: { 202: z.object({ count: z.int() }).meta({ id: 'BookingsOffered' }) },
})
