import { z } from 'zod'
import { BookingPreview } from '../bookings/contract.ts'
import { MessageWish } from '../messages/contract.ts'
import { file } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams } from '../openapi/values.ts'
import { CreditContent, Credited, CreditPreview } from './credit-shapes.ts'
import {
  ConvertedPrices,
  Invoice,
  InvoiceChange,
  InvoiceContent,
  Preview,
  PreviewPages,
  UnsavedInvoice,
} from './shapes.ts'

const { read, write } = operationsOf('Invoices', 'organization')

export const createInvoice = write({
  id: 'createInvoice',
  summary: 'Save a new draft',
  description:
    'A draft has no number and may change. With the first saved invoice for a customer, that customer is ' +
    'sent to e-Boekhouden.nl as a relation.',
  problems: ['invalid_fields'],
  response: { 201: Invoice },
  body: InvoiceContent,
})

export const getInvoice = read({
  id: 'getInvoice',
  summary: 'Read an invoice',
  description: 'The invoice with its lines, its totals and how it stands in the books.',
  response: { 200: Invoice },
  params: IdParams,
})

export const updateInvoice = write({
  id: 'updateInvoice',
  summary: 'Change a draft',
  description: 'Replaces the whole content of a draft. A final invoice never changes.',
  problems: ['invalid_fields', 'changed_meanwhile', 'already_final'],
  response: { 200: Invoice },
  params: IdParams,
  body: InvoiceChange,
})

export const deleteInvoice = write({
  id: 'deleteInvoice',
  summary: 'Delete a draft',
  description: 'Only drafts can be deleted.',
  problems: ['already_final'],
  response: { 204: z.undefined().describe('Deleted.') },
  params: IdParams,
})

export const leaveDraft = write({
  id: 'leaveDraft',
  summary: 'Say that a draft is left as it is',
  description:
    'Its customer goes to e-Boekhouden.nl now, and not only some minutes after the draft was last saved. Harmless for an ' +
    'invoice that is final.',
  response: { 204: z.undefined().describe('Noted.') },
  params: IdParams,
})

export const finalizeInvoice = write({
  id: 'finalizeInvoice',
  summary: 'Make an invoice final',
  description:
    'Draws the next number, freezes the content for ever and plans the booking, all of it or none. ' +
    'Send `revision` to be sure that what becomes final is what was read. Repeating it is harmless: ' +
    'the second answer is `already_final` with the `invoiceId`, and nothing happens twice.',
  problems: [
    'invalid_fields',
    'changed_meanwhile',
    'already_final',
    'series_full',
    'books_not_compared',
    'sending_limit',
    'message_id_used',
  ],
  response: { 201: Invoice },
  params: IdParams,
  body: z
    .strictObject({
      revision: z.int().min(1).optional(),
      notDistanceSale: z
        .boolean()
        .optional()
        .describe(
          'Says that it is for something else than goods or digital services, where the preview has a `distanceSale`.',
        ),
      message: MessageWish.nullish().describe(
        'Mails it in the same step: it becomes final and is mailed, or neither.',
      ),
    })
    .nullish()
    .describe('May be left out.'),
})

export const convertPrices = write({
  id: 'convertPrices',
  summary: 'Reckon prices with or without VAT',
  description:
    'What is sent, with its prices and amounts in the other manner: with VAT where they were without, or the other way ' +
    'round, so that the same remains to be paid. In the order in which lines and discounts were sent. Nothing is saved.',
  problems: ['invalid_fields'],
  response: { 200: ConvertedPrices },
  body: UnsavedInvoice,
})

export const copyInvoice = write({
  id: 'copyInvoice',
  summary: 'Copy an invoice',
  description:
    'Makes a draft of today with the same customer, series and lines; of a credit note with what it credits.',
  problems: ['customer_archived'],
  response: { 201: Invoice },
  params: IdParams,
})

export const creditInvoice = write({
  id: 'creditInvoice',
  summary: 'Credit an invoice',
  description:
    'Makes a credit note for all that is left of a final invoice, or for a part of its lines: final at once, with a ' +
    'number of its own, the exact negative of what it takes back, and booked as such. Two who credit the same invoice ' +
    'never take back more than it has. With `again` a draft with the same content is made in the same step.',
  problems: [
    'invalid_fields',
    'not_creditable',
    'credit_exceeds',
    'series_full',
    'books_not_compared',
    'customer_archived',
  ],
  response: { 201: Credited },
  params: IdParams,
  body: CreditContent,
})

export const previewCredit = write({
  id: 'previewCredit',
  summary: 'Preview a credit note',
  description: 'What it would come to; nothing is stored. Problems are listed, not refused.',
  problems: ['not_creditable'],
  response: { 200: CreditPreview },
  params: IdParams,
  body: CreditContent,
})

export const getBookingPreview = read({
  id: 'getBookingPreview',
  summary: 'Preview the booking of an invoice',
  description: 'The exact mutation that making this invoice final leads to, and what would block it.',
  response: { 200: BookingPreview },
  params: IdParams,
})

export const previewInvoice = write({
  id: 'previewInvoice',
  summary: 'Preview unsaved content',
  description:
    'Totals and booking of content that is not saved; nothing is stored. Problems are listed, not refused.',
  response: { 200: Preview },
  body: UnsavedInvoice,
})

export const previewInvoicePages = write({
  id: 'previewInvoicePages',
  summary: 'See unsaved content as its customer will',
  description:
    'The first pages as they will be printed, as a picture (SVG) that runs and fetches nothing; nothing is stored.',
  problems: ['invalid_fields', 'documents_waiting', 'documents_busy'],
  response: { 200: PreviewPages },
  body: UnsavedInvoice,
})

export const getInvoicePdf = read({
  id: 'getInvoicePdf',
  summary: 'The invoice as PDF',
  description:
    'A PDF/A-3 with the UBL invoice inside, in the language of the customer. A draft says that it is one. ' +
    'A final invoice gives the same bytes each time.',
  problems: ['made_elsewhere', 'documents_waiting', 'documents_busy'],
  response: { 200: file('application/pdf', 'The document.') },
  params: IdParams,
})

/** What a person takes to the printer at once: a month of a busy business, some two minutes of setting. */
const mostPrinted = 200

export const printInvoices = write({
  id: 'printInvoices',
  summary: 'Invoices as one PDF',
  description:
    'The pages of these invoices behind one another, in the order given, each with its own page numbers. To print: the ' +
    'e-invoices are not inside. One at a time for an organization.',
  problems: ['documents_waiting', 'documents_busy', 'invalid_fields'],
  response: { 200: file('application/pdf', 'The pages.') },
  body: z
    .strictObject({
      ids: z.array(Id).min(1).max(mostPrinted).describe('Of the invoices; twice the same is once.'),
    })
    .meta({ id: 'InvoicesToPrint' }),
})

export const getInvoiceUbl = read({
  id: 'getInvoiceUbl',
  summary: 'The invoice as UBL',
  description:
    'An electronic invoice per EN 16931 (UBL 2.1), in the profile of who receives it: NLCIUS for Dutch companies, ' +
    'Peppol BIS Billing 3.0 where the customer has an address there. Only of a final invoice.',
  problems: ['not_final', 'made_elsewhere'],
  response: { 200: file('application/xml', 'The document.') },
  params: IdParams,
})
