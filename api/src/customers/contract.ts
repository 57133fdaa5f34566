import { customerKinds } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant, pageOf, Search, text } from '../openapi/values.ts'
import { RelationStatus } from '../relations/contract.ts'
import { OfferedVatTreatment } from '../vat/contract.ts'

const { list, read, write } = operationsOf('Customers', 'organization')

const contentFields = {
  kind: z.enum(customerKinds).describe('A business or a private person.'),
  name: text(1000).describe('At most 100 characters, as e-Boekhouden.nl takes.'),
  contactName: text(1000).nullable().default(null).describe('Whom to address at a company.'),
  address: text(1000).nullable().default(null).describe('Street and number, at most 150 characters.'),
  postalCode: text(1000).nullable().default(null),
  city: text(1000).nullable().default(null),
  country: text(1000).default('NL').describe('ISO 3166-1 alpha-2, as in `NL`.'),
  email: text(1000).nullable().default(null),
  phone: text(1000).nullable().default(null),
  kvkNumber: text(1000)
    .nullable()
    .default(null)
    .describe('Number in the Dutch trade register, eight digits.'),
  vatNumber: text(1000)
    .nullable()
    .default(null)
    .describe('VAT identification number, as in `NL123456782B12`.'),
}

export const Customer = z
  .object({
    id: Id,
    kind: z.enum(customerKinds),
    name: z.string(),
    contactName: z.string().nullable(),
    address: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    kvkNumber: z.string().nullable(),
    vatNumber: z.string().nullable(),
    revision: z.int().describe('Goes up with every change; hand it back when changing.'),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Customer', description: 'A customer: a company or a private person.' })

const CustomerContent = z.strictObject(contentFields).meta({ id: 'CustomerContent' })
const CustomerChange = z
  .strictObject({ ...contentFields, revision: z.int().min(1).describe('The `revision` that was read.') })
  .meta({ id: 'CustomerChange' })

export const listCustomers = list({
  id: 'listCustomers',
  summary: 'List customers',
  description: 'In order of name. `search` looks in name, city and e-mail address.',
  page: pageOf('CustomerPage', Customer),
  filters: { search: Search.optional() },
})

export const createCustomer = write({
  id: 'createCustomer',
  summary: 'Make a customer',
  description:
    'Nothing goes to e-Boekhouden.nl yet: that happens when the first invoice for the customer is saved.',
  problems: ['invalid_fields'],
  response: { 201: Customer },
  body: CustomerContent,
})

export const getCustomer = read({
  id: 'getCustomer',
  summary: 'Read a customer',
  description: 'The customer, with how it stands in e-Boekhouden.nl.',
  response: {
    200: Customer.extend({
      relation: RelationStatus,
      suggestedVatTreatment: OfferedVatTreatment.describe(
        'What a new line for this customer most likely has.',
      ),
    }).meta({ id: 'CustomerDetail' }),
  },
  params: IdParams,
})

export const updateCustomer = write({
  id: 'updateCustomer',
  summary: 'Change a customer',
  description:
    'Replaces the whole content. A customer that is known in e-Boekhouden.nl is updated there as well. ' +
    'Final invoices keep the name and address they were made with.',
  problems: ['invalid_fields', 'changed_meanwhile'],
  response: { 200: Customer },
  params: IdParams,
  body: CustomerChange,
})
