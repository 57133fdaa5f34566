import { z } from 'zod'
import { CauseCode, Mending } from '../causes/contract.ts'
import { ConnectionState } from '../connections/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Id, Instant } from '../openapi/values.ts'

const { read } = operationsOf('Overview', 'organization')

const FailedTogether = z
  .object({
    count: z.int(),
    total: Amount.describe('With VAT.'),
    since: Instant.describe('When the first of them failed.'),
    retryableCause: CauseCode.nullable().describe(
      'For `POST /api/bookings/retries`; null where what is to blame is offered again by itself.',
    ),
    first: z
      .array(z.object({ id: Id, number: z.string(), customer: z.string(), total: Amount }))
      .describe('The first of them, in the order in which they became final.'),
  })
  .meta({ id: 'FailedTogether', description: 'The invoices that failed for one thing.' })

export const Overview = z
  .object({
    connectionState: ConnectionState,
    administration: z
      .string()
      .nullable()
      .describe('The administration that is linked, as e-Boekhouden.nl calls it; null without a connection.'),
    books: z
      .object({
        booked: z.int().describe('In e-Boekhouden.nl, not yet read back.'),
        verified: z.int().describe('Read back and equal to the cent.'),
        adopted: z.int().describe('Mutations that somebody entered by hand, as a person says.'),
        waiting: z.int(),
        failed: z.int(),
        notConnected: z.int().describe('Final, but made without a connection.'),
        total: z.int().describe('All final invoices of which there is something to book.'),
        oldestWaitingSince: Instant.nullable(),
      })
      .describe('Where the final invoices stand.'),
    late: z
      .object({
        count: z.int(),
        first: z
          .object({ invoiceId: Id, number: z.string(), since: Instant })
          .describe('The one that waits longest, and since when.'),
      })
      .nullable()
      .describe(
        'The invoices that wait for longer than a quarter of an hour though the connection is active; null where none does.',
      ),
    needs: z
      .array(
        z.object({
          kind: z
            .enum([
              'connection_paused',
              'booking_failed',
              'relation_failed',
              'message_failed',
              'invoice_not_connected',
              'draft_unfinished',
            ])
            .describe(
              '`invoice_not_connected` is one for all invoices that became final without a connection; ' +
                '`books.notConnected` counts them.',
            ),
          id: z
            .string()
            .describe(
              'The connection, booking, relation, invoice or draft it is about; of several bookings the first.',
            ),
          invoiceId: z.string().nullable().describe('The invoice to open, if it is about one.'),
          customerId: z.string().nullable().describe('The customer to open, if it is about one.'),
          title: z.string(),
          detail: z.string(),
          mending: Mending.nullable(),
          invoices: FailedTogether.nullable(),
        }),
      )
      .describe(
        'The first of what waits for a person, the most urgent first; `needCounts` says how many there are.',
      ),
    needCounts: z
      .object({
        connection_paused: z.int(),
        booking_failed: z
          .int()
          .describe('What is to blame for failed bookings; `books.failed` counts the invoices themselves.'),
        relation_failed: z.int(),
        message_failed: z.int().describe('Invoices of which a mail did not arrive.'),
        invoice_not_connected: z.int().describe('1 when there are any, else 0.'),
        draft_unfinished: z.int(),
      })
      .describe('All that waits for a person, by `kind`.'),
    month: z
      .object({
        label: z.string().describe('As in `november 2026`.'),
        invoiceCount: z.int(),
        total: Amount.describe('Final invoices of this month, with VAT.'),
        vat: Amount,
        outstanding: Amount.describe('What is open of all final invoices, with VAT, as far as is known.'),
        overdue: z
          .object({ count: z.int(), total: Amount })
          .describe(
            'The invoices of those that are not settled after their last day, and what is open of them.',
          ),
      })
      .describe('The month of today in Amsterdam.'),
    steps: z
      .object({
        companyComplete: z
          .boolean()
          .describe('Whether everything is known that an invoice says of its sender.'),
        connected: z.boolean(),
        hasCustomer: z.boolean(),
        hasFinalInvoice: z.boolean(),
      })
      .describe('The steps to a first booked invoice.'),
  })
  .meta({ id: 'Overview' })

export const getOverview = read({
  id: 'getOverview',
  summary: 'Read the overview',
  description: 'Whether the books are up to date, what needs a person, and how the month goes.',
  response: { 200: Overview },
})
