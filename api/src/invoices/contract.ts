import { z } from 'zod'
import { BookingPreview, BooksState } from '../bookings/contract.ts'
import { operation } from '../openapi/operation.ts'
import { Cursor, IdParams, Limit, pageOf, Search } from '../openapi/values.ts'
import { Invoice, InvoiceChange, InvoiceContent, InvoiceSummary, Preview, UnsavedInvoice } from './shapes.ts'

const tag = 'Invoices'
const audience = 'organization'

export const listInvoices = operation({
  id: 'listInvoices',
  tag,
  audience,
  summary: 'List invoices',
  description:
    'The newest first. `search` looks in the number, the name of the customer and the description.',
  problems: ['invalid_request', 'invalid_cursor'],
  response: { 200: pageOf('InvoicePage', InvoiceSummary) },
  querystring: z.strictObject({
    state: z.enum(['draft', 'final']).optional(),
    books: z.enum(BooksState.options).optional(),
    search: Search.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
})

export const createInvoice = operation({
  id: 'createInvoice',
  tag,
  audience,
  summary: 'Save a new draft',
  description:
    'A draft has no number and may change. With the first saved invoice for a customer, that customer is ' +
    'sent to e-Boekhouden.nl as a relation.',
  problems: ['invalid_request', 'invalid_fields', 'foreign_origin'],
  response: { 201: Invoice },
  body: InvoiceContent,
})

export const getInvoice = operation({
  id: 'getInvoice',
  tag,
  audience,
  summary: 'Read an invoice',
  description: 'The invoice with its lines, its totals and how it stands in the books.',
  problems: ['invalid_request', 'not_found'],
  response: { 200: Invoice },
  params: IdParams,
})

export const updateInvoice = operation({
  id: 'updateInvoice',
  tag,
  audience,
  summary: 'Change a draft',
  description: 'Replaces the whole content of a draft. A final invoice never changes.',
  problems: [
    'invalid_request',
    'invalid_fields',
    'not_found',
    'changed_meanwhile',
    'already_final',
    'foreign_origin',
  ],
  response: { 200: Invoice },
  params: IdParams,
  body: InvoiceChange,
})

export const deleteInvoice = operation({
  id: 'deleteInvoice',
  tag,
  audience,
  summary: 'Delete a draft',
  description: 'Only drafts can be deleted.',
  problems: ['invalid_request', 'not_found', 'already_final', 'foreign_origin'],
  response: { 204: z.undefined().describe('Deleted.') },
  params: IdParams,
})

export const finalizeInvoice = operation({
  id: 'finalizeInvoice',
  tag,
  audience,
  summary: 'Make an invoice final',
  description:
    'Draws the next number, freezes the content for ever and plans the booking, all of it or none. ' +
    'Send `revision` to be sure that what becomes final is what was read. Repeating it is harmless: ' +
    'the second answer is `already_final` with the `invoiceId`, and nothing happens twice.',
  problems: [
    'invalid_request',
    'invalid_fields',
    'not_found',
    'changed_meanwhile',
    'already_final',
    'foreign_origin',
  ],
  response: { 201: Invoice },
  params: IdParams,
  body: z
    .strictObject({ revision: z.int().min(1).optional() })
    .nullish()
    .describe('May be left out.'),
})

export const getBookingPreview = operation({
  id: 'getBookingPreview',
  tag,
  audience,
  summary: 'Preview the booking of an invoice',
  description: 'The exact mutation that making this invoice final leads to, and what would block it.',
  problems: ['invalid_request', 'not_found'],
  response: { 200: BookingPreview },
  params: IdParams,
})

export const previewInvoice = operation({
  id: 'previewInvoice',
  tag,
  audience,
  summary: 'Preview unsaved content',
  description:
    'Totals and booking of content that is not saved; nothing is stored. Problems are listed, not refused.',
  problems: ['invalid_request', 'foreign_origin'],
  response: { 200: Preview },
  body: UnsavedInvoice,
})

const file = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string().meta({ format: 'binary' }) } },
})

export const getInvoicePdf = operation({
  id: 'getInvoicePdf',
  tag,
  audience,
  summary: 'The invoice as PDF',
  description: 'A PDF/A-3 with the UBL invoice inside. A draft says that it is one.',
  problems: ['invalid_request', 'not_found'],
  response: { 200: file('application/pdf', 'The document.') },
  params: IdParams,
})

export const getInvoiceUbl = operation({
  id: 'getInvoiceUbl',
  tag,
  audience,
  summary: 'The invoice as UBL',
  description: 'An electronic invoice per EN 16931 (UBL 2.1). Only of a final invoice.',
  problems: ['invalid_request', 'not_found', 'not_final'],
  response: { 200: file('application/xml', 'The document.') },
  params: IdParams,
})
