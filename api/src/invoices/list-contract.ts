import { mailStates } from '@stella/database'
import { invoiceStates, paymentStates } from '@stella/invoicing'
import { languages } from '@stella/texts'
import { z } from 'zod'
import { BooksState } from '../bookings/contract.ts'
import { file, ListFormat } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Id, pageOf, Search } from '../openapi/values.ts'
import { Age } from '../overview/figures-contract.ts'
import { InvoiceSummary } from './shapes.ts'

const { list, read } = operationsOf('Invoices', 'organization')

const filters = {
  state: z.enum(invoiceStates).optional(),
  books: z.enum(BooksState.options).optional(),
  mail: z.enum(mailStates).optional().describe('How their mails stand.'),
  payment: z.enum(paymentStates).optional().describe('How their payment stands today.'),
  age: Age.optional().describe('Those that are open, by how long ago they were to be paid.'),
  customerId: Id.optional().describe('Of this customer, and of those that went up in it.'),
  from: z.iso.date().optional().describe('The first day, by the date of the invoice.'),
  until: z.iso.date().optional().describe('The last day.'),
  search: Search.optional(),
}

export const listInvoices = list({
  id: 'listInvoices',
  summary: 'List invoices',
  description:
    'The newest first. `search` looks in the number, the name of the customer and the description.',
  page: pageOf('InvoicePage', InvoiceSummary),
  filters,
})

const InvoiceSums = z
  .object({
    count: z.int().describe('How many invoices these are, credit notes among them.'),
    net: Amount,
    vat: Amount,
    gross: Amount,
  })
  .meta({ id: 'InvoiceSums', description: 'What the invoices of a list come to.' })

export const sumInvoices = read({
  id: 'sumInvoices',
  summary: 'What a list of invoices comes to',
  description:
    'The sums of all final invoices that pass the filter, on whichever page; drafts are left out, but where `state` ' +
    'asks for them.',
  response: { 200: InvoiceSums },
  querystring: z.strictObject(filters),
})

export const getInvoicesCsv = read({
  id: 'getInvoicesCsv',
  summary: 'A list of invoices as CSV',
  description:
    'The invoices that `sumInvoices` counts: every final one that passes the filter, or the drafts. In Dutch ' +
    'with `;` and a decimal comma, in English with `,` and a point, as Excel reads it in each country. A cell that begins like a formula gets an apostrophe.',
  response: { 200: file('text/csv', 'The file.') },
  querystring: z.strictObject({ ...filters, language: z.enum(languages).optional(), format: ListFormat }),
})
