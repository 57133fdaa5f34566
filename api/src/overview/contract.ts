import { z } from 'zod'
import { Mending } from '../causes/contract.ts'
import { ConnectionState } from '../connections/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Instant } from '../openapi/values.ts'

const { read } = operationsOf('Overview', 'organization')

export const Overview = z
  .object({
    connectionState: ConnectionState,
    books: z
      .object({
        booked: z.int().describe('In e-Boekhouden.nl, not yet read back.'),
        verified: z.int().describe('Read back and equal to the cent.'),
        waiting: z.int(),
        failed: z.int(),
        notConnected: z.int().describe('Final, but made without a connection.'),
        total: z.int().describe('All final invoices.'),
        oldestWaitingSince: Instant.nullable(),
      })
      .describe('Where the final invoices stand.'),
    needs: z
      .array(
        z.object({
          kind: z
            .enum([
              'connection_paused',
              'booking_failed',
              'relation_failed',
              'invoice_not_connected',
              'draft_unfinished',
            ])
            .describe(
              '`invoice_not_connected` is one for all invoices that became final without a connection; ' +
                '`books.notConnected` counts them.',
            ),
          id: z.string().describe('The connection, booking, relation, invoice or draft it is about.'),
          invoiceId: z.string().nullable().describe('The invoice to open, if it is about one.'),
          customerId: z.string().nullable().describe('The customer to open, if it is about one.'),
          title: z.string(),
          detail: z.string(),
          mending: Mending.nullable(),
        }),
      )
      .describe(
        'The first of what waits for a person, the most urgent first; `needCounts` says how many there are.',
      ),
    needCounts: z
      .object({
        connection_paused: z.int(),
        booking_failed: z.int(),
        relation_failed: z.int(),
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
        outstanding: Amount.describe('All final invoices that are not known to be paid, with VAT.'),
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
