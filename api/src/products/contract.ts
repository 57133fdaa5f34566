import { units } from '@stella/invoicing'
import { languages } from '@stella/texts'
import { z } from 'zod'
import { file, ListFormat } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant, pageOf, Search, text } from '../openapi/values.ts'
import { OfferedVatTreatment } from '../vat/contract.ts'

const { list, read, write } = operationsOf('Products', 'organization')

const contentFields = {
  code: text(1000)
    .nullable()
    .default(null)
    .describe('By which it is known and looked up, at most 50 characters; no two have the same.'),
  description: text(5000).describe('What stands on the line of an invoice.'),
  unit: z.enum(units).nullable().default(null).describe('What its quantity counts; null for ones.'),
  unitPrice: z.string().max(40).describe('Euros per unit, at most four decimals.'),
  priceIncludesVat: z.boolean().default(false).describe('Whether `unitPrice` is with VAT.'),
  vatTreatment: z.string().max(40).describe('As of a line of an invoice.'),
  vatRate: z
    .string()
    .max(40)
    .nullable()
    .default(null)
    .describe('Percentage, as in `5.5`. Only with `other_rate`; the others have their own.'),
  revenueAccount: z
    .string()
    .max(40)
    .nullable()
    .default(null)
    .describe('The ledger account on which it is sold, at most ten digits; null for the usual one.'),
  isArchived: z.boolean().default(false).describe('Is offered no more; what was invoiced with it stays.'),
}

export const Product = z
  .object({
    id: Id,
    code: z.string().nullable(),
    description: z.string(),
    unit: z.enum(units).nullable(),
    unitPrice: z.string(),
    priceIncludesVat: z.boolean(),
    vatTreatment: OfferedVatTreatment,
    vatRate: z.string().nullable(),
    revenueAccount: z.string().nullable(),
    isArchived: z.boolean(),
    revision: z.int().describe('Goes up with every change; hand it back when changing.'),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Product', description: 'What is sold often; a line of an invoice begins with it.' })

const ProductContent = z.strictObject(contentFields).meta({ id: 'ProductContent' })
const ProductChange = z
  .strictObject({ ...contentFields, revision: z.int().min(1).describe('The `revision` that was read.') })
  .meta({ id: 'ProductChange' })

const filters = {
  search: Search.optional(),
  archived: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true` for those that are archived, instead of those that are offered.'),
}

export const listProducts = list({
  id: 'listProducts',
  summary: 'List products',
  description: 'In order of description. `search` looks in code and description.',
  page: pageOf('ProductPage', Product),
  filters,
})

export const getProductsCsv = read({
  id: 'getProductsCsv',
  summary: 'A list of products as CSV',
  description:
    'Every product that passes the filter, with every field, as an import reads it. In Dutch with `;` and a decimal ' +
    'comma, in English with `,` and a point, as Excel reads it in each country. A cell that begins like a formula gets ' +
    'an apostrophe.',
  response: { 200: file('text/csv', 'The file.') },
  querystring: z.strictObject({ ...filters, language: z.enum(languages).optional(), format: ListFormat }),
})

export const createProduct = write({
  id: 'createProduct',
  summary: 'Make a product',
  description: 'Nothing goes to e-Boekhouden.nl but the account that invoice lines with it are booked on.',
  problems: ['invalid_fields'],
  response: { 201: Product },
  body: ProductContent,
})

export const getProduct = read({
  id: 'getProduct',
  summary: 'Read a product',
  description: 'Also one that is archived.',
  response: { 200: Product },
  params: IdParams,
})

export const updateProduct = write({
  id: 'updateProduct',
  summary: 'Change a product',
  description: 'Replaces the whole content. Invoices keep the lines they were made with.',
  problems: ['invalid_fields', 'changed_meanwhile'],
  response: { 200: Product },
  params: IdParams,
  body: ProductChange,
})
