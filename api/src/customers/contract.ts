import { customerSorts, sortDirections } from '@stella/database'
import { customerKinds, documentLanguages, mergedFields } from '@stella/invoicing'
import { languages as screenLanguages } from '@stella/texts'
import { z } from 'zod'
import { file, ListFormat } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Amount, Id, IdParams, Instant, pageOf, Search, text } from '../openapi/values.ts'
import { RelationStatus } from '../relations/contract.ts'
import { OfferedVatTreatment } from '../vat/contract.ts'

const { list, read, write } = operationsOf('Customers', 'organization')

const optionalText = text(1000).nullable().default(null)

const PostalAddress = z
  .strictObject({
    address: text(1000).describe('Street and number, or a post box.'),
    postalCode: optionalText,
    city: text(1000),
    country: text(1000).optional().describe('ISO 3166-1 alpha-2; that of the customer when left out.'),
  })
  .meta({ id: 'PostalAddress', description: 'Where post goes.' })

const Contact = z
  .strictObject({
    name: optionalText.describe('At most 100 characters. One of name and e-mail address is there.'),
    email: optionalText,
    phone: optionalText,
    receivesInvoices: z.boolean().default(false).describe('Needs an e-mail address.'),
  })
  .meta({ id: 'Contact', description: 'Somebody at a customer.' })

const languages = z
  .enum(documentLanguages)
  .meta({ id: 'DocumentLanguage', description: 'A language that documents can be in.' })

const contentFields = {
  kind: z.enum(customerKinds).describe('A business or a private person.'),
  name: text(1000).describe('At most 100 characters, as e-Boekhouden.nl takes.'),
  contactName: optionalText.describe('Whom to address at a company.'),
  address: optionalText.describe('Street and number, at most 150 characters.'),
  postalCode: optionalText,
  city: optionalText,
  country: text(1000).default('NL').describe('ISO 3166-1 alpha-2, as in `NL`.'),
  email: optionalText.describe('Receives the invoices where none of `contacts` does.'),
  phone: optionalText,
  kvkNumber: optionalText.describe(
    'Number in the Dutch trade register, eight digits; abroad of the register there.',
  ),
  vatNumber: optionalText.describe('VAT identification number, as in `NL123456782B12`.'),
  postalAddress: PostalAddress.nullable()
    .default(null)
    .describe('Where post goes, where that is another address.'),
  contacts: z.array(Contact).max(100).default([]).describe('At most 20.'),
  oin: optionalText.describe('Number of a Dutch public body, twenty digits.'),
  peppolId: optionalText.describe(
    'Where it receives e-invoices in Peppol, scheme and value: `0106:12345678`.',
  ),
  paymentTermDays: z
    .int()
    .nullable()
    .default(null)
    .describe('In how many days it pays, from 0 to 365; null for what is usual.'),
  language: languages.nullable().default(null).describe('Of its documents; null for Dutch.'),
  vatTreatment: OfferedVatTreatment.nullable()
    .default(null)
    .describe('What a new line for it has; null for what its country, kind and VAT number say.'),
  attachUbl: z
    .boolean()
    .nullable()
    .default(null)
    .describe(
      'Whether the e-invoice goes along with its mails as a file of its own; null for what is usual.',
    ),
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
    postalAddress: z
      .object({
        address: z.string(),
        postalCode: z.string().nullable(),
        city: z.string(),
        country: z.string(),
      })
      .nullable(),
    contacts: z.array(
      z.object({
        name: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        receivesInvoices: z.boolean(),
      }),
    ),
    oin: z.string().nullable(),
    peppolId: z.string().nullable(),
    paymentTermDays: z.int().nullable(),
    language: languages.nullable(),
    vatTreatment: OfferedVatTreatment.nullable(),
    attachUbl: z.boolean().nullable(),
    archivedAt: Instant.nullable().describe('Since when it is out of the list; null while it stands there.'),
    mergedInto: Id.nullable().describe('The customer that stayed when the two were made one.'),
    revision: z.int().describe('Goes up with every change; hand it back when changing.'),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Customer', description: 'A customer: a company or a private person.' })

const CustomerContent = z.strictObject(contentFields).meta({ id: 'CustomerContent' })
const CustomerChange = z
  .strictObject({ ...contentFields, revision: z.int().min(1).describe('The `revision` that was read.') })
  .meta({ id: 'CustomerChange' })

const filters = {
  search: Search.optional(),
  archived: z.stringbool().default(false).describe('Those that were archived instead of the others.'),
}

const CustomerInList = Customer.extend({
  invoiced: Amount.describe('All that was invoiced, with VAT and after credit notes.'),
  outstanding: Amount.describe('What is open of it.'),
  relation: RelationStatus.pick({ state: true, code: true }).describe('In e-Boekhouden.nl.'),
}).meta({ id: 'CustomerInList' })

export const listCustomers = list({
  id: 'listCustomers',
  summary: 'List customers',
  description:
    'In order of name, or by what was invoiced or is open; with `search` first those whose name begins like that. It ' +
    'looks in the names, towns and e-mail addresses of the customer and its contacts, and in its numbers, however they ' +
    'are written. In another order are the first 1,000 that are found.',
  page: pageOf('CustomerPage', CustomerInList),
  filters: {
    ...filters,
    sort: z.enum(customerSorts).default('name'),
    direction: z.enum(sortDirections).default('ascending'),
  },
})

export const getCustomersCsv = read({
  id: 'getCustomersCsv',
  summary: 'A list of customers as CSV',
  description:
    'Every customer that passes the filter, with every field, as an import reads it. In Dutch with `;` and a decimal ' +
    'comma, in English with `,` and a point, as Excel reads it in each country. A cell that begins like a formula gets ' +
    'an apostrophe.',
  response: { 200: file('text/csv', 'The file.') },
  querystring: z.strictObject({
    ...filters,
    language: z.enum(screenLanguages).optional(),
    format: ListFormat,
  }),
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
      invoiceRecipients: z
        .array(z.string())
        .describe('The addresses that invoices are mailed to: of its contacts, or else its own.'),
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

export const archiveCustomer = write({
  id: 'archiveCustomer',
  summary: 'Archive a customer, or bring it back',
  description:
    'An archived customer is not in the list and not offered in new invoices; its invoices, its drafts and its relation ' +
    'stay. A customer is never deleted once it has an invoice. Repeating it is harmless.',
  problems: ['customer_merged'],
  response: { 200: Customer },
  params: IdParams,
  body: z.strictObject({ archived: z.boolean() }),
})

export const deleteCustomer = write({
  id: 'deleteCustomer',
  summary: 'Delete a customer',
  description: 'Only one that never had an invoice, and that the books do not know.',
  problems: ['customer_invoiced'],
  response: { 204: z.undefined().describe('Deleted.') },
  params: IdParams,
})

const MergeSide = z
  .object({
    customer: Customer,
    relation: RelationStatus,
    invoices: z.int().describe('Final ones, credit notes among them.'),
    drafts: z.int(),
  })
  .meta({ id: 'MergeSide', description: 'One of two customers that are to be made one.' })

export const previewMerge = read({
  id: 'previewMerge',
  summary: 'Preview the merge of two customers',
  description:
    'What becomes of both, of their invoices and of their relations in the books. Nothing is stored.',
  problems: ['invalid_fields', 'customer_archived', 'customer_merged'],
  response: {
    200: z
      .object({
        stays: MergeSide.describe('Its details and its relation stay; new invoices go there.'),
        goes: MergeSide.describe('It leaves the list. Its final invoices stay with its own relation.'),
        taken: z
          .array(z.enum(mergedFields))
          .describe('What the one that stays lacks, and takes from the other.'),
      })
      .meta({ id: 'MergePreview' }),
  },
  params: IdParams,
  querystring: z.strictObject({ otherId: Id.describe('The customer that goes up in this one.') }),
})

export const mergeCustomers = write({
  id: 'mergeCustomers',
  summary: 'Merge another customer into this one',
  description:
    'The other leaves the list, and its drafts are for this one. Nothing is booked anew: final invoices stay with the ' +
    'relation they were booked on, and a relation that is being sent goes on. What is merged cannot be taken apart.',
  problems: ['invalid_fields', 'changed_meanwhile', 'customer_archived', 'customer_merged'],
  response: { 200: Customer },
  params: IdParams,
  body: z.strictObject({
    otherId: Id,
    revision: z.int().min(1).describe('The `revision` of this customer that was read.'),
    otherRevision: z.int().min(1),
  }),
})

const CustomerYear = z
  .object({
    year: z.int(),
    invoices: z.int().describe('Final ones, without credit notes.'),
    creditNotes: z.int(),
    gross: Amount.describe('With VAT, after credit notes.'),
    credited: Amount.describe('What credit notes took off; zero or less.'),
  })
  .meta({ id: 'CustomerYear' })

export const getCustomerFigures = read({
  id: 'getCustomerFigures',
  summary: 'What was invoiced to a customer',
  description: 'By year, the newest first, with what was invoiced to those that went up in it.',
  response: {
    200: z.object({ years: z.array(CustomerYear), drafts: z.int() }).meta({ id: 'CustomerFigures' }),
  },
  params: IdParams,
})
