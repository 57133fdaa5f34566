import { invoiceSorts, mailStates, sortDirections } from '@stella/database'
import { invoiceStates, paymentStates, readAmount } from '@stella/invoicing'
import { languages } from '@stella/texts'
import { z } from 'zod'
import { BooksState } from '../bookings/contract.ts'
import { file, ListFormat } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Id, pageOf, Search } from '../openapi/values.ts'
import { Age } from '../overview/figures-contract.ts'
import { InvoiceSummary } from './shapes.ts'

const { list, read } = operationsOf('Invoices', 'organization')

/** An amount that a person typed into an address, or a program made. */
const Bound = z
  .string()
  .max(14)
  .refine((text) => readAmount(text) !== null, 'An amount with a decimal point.')

const filters = {
  state: z.enum(invoiceStates).optional(),
  books: z
    .enum([...BooksState.options, 'in_books'])
    .optional()
    .describe('`in_books` are those that are booked or verified.'),
  mail: z.enum(mailStates).optional().describe('How their mails stand.'),
  payment: z
    .enum([...paymentStates, 'unpaid'])
    .optional()
    .describe('How their payment stands today; of `unpaid` anything is still to be paid, late or not.'),
  age: Age.optional().describe('Those that are open, by how long ago they were to be paid.'),
  customerId: Id.optional().describe('Of this customer, and of those that went up in it.'),
  from: z.iso.date().optional().describe('The first day, by the date of the invoice.'),
  until: z.iso.date().optional().describe('The last day.'),
  least: Bound.optional().describe('What it comes to at least, with VAT; of a credit note less than zero.'),
  most: Bound.optional().describe('And at most.'),
  search: Search.optional(),
}

const order = {
  sort: z
    .enum(invoiceSorts)
    .default('date')
    .describe('`status` begins with what needs somebody; where nothing is open the newest stands first.'),
  direction: z.enum(sortDirections).default('descending'),
}

export const listInvoices = list({
  id: 'listInvoices',
  summary: 'List invoices',
  description:
    'The newest first, or as they are to be sorted. `search` looks in the number, the name of the customer, the ' +
    'description and the text of the lines.',
  page: pageOf('InvoicePage', InvoiceSummary),
  filters: { ...filters, ...order },
})

const InvoiceSums = z
  .object({
    count: z.int().describe('How many invoices these are, credit notes among them.'),
    net: Amount,
    vat: Amount,
    gross: Amount,
    outstanding: Amount.describe('What is open of them, credit notes with their invoices.'),
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
    'The invoices that `sumInvoices` counts: every final one that passes the filter, or the drafts, in the order of the list. In Dutch ' +
    'with `;` and a decimal comma, in English with `,` and a point, as Excel reads it in each country. A cell that begins like a formula gets an apostrophe.',
  response: { 200: file('text/csv', 'The file.') },
  querystring: z.strictObject({
    ...filters,
    ...order,
    language: z.enum(languages).optional(),
    format: ListFormat,
  }),
})
