import { vatSchemes } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, text } from '../openapi/values.ts'

const { read, write } = operationsOf('Organization', 'organization')

const optional = () => text(1000).nullable().default(null)

const contentFields = {
  name: text(1000).describe('The name on invoices, at most 100 characters.'),
  address: optional().describe('Street and number, at most 150 characters.'),
  postalCode: optional(),
  city: optional(),
  country: optional().describe('ISO 3166-1 alpha-2, as in `NL`.'),
  email: optional(),
  phone: optional(),
  kvkNumber: optional().describe('Number in the Dutch trade register, eight digits.'),
  vatNumber: optional().describe('VAT identification number, as in `NL123456782B12`.'),
  iban: optional().describe('The account customers pay to.'),
  accountName: optional().describe(
    'In whose name that account is, as the bank knows it; at most 70 characters. Banks compare it.',
  ),
  vatScheme: z
    .enum(vatSchemes)
    .default('ordinary')
    .describe('`small_business_scheme` for who takes part in the kleineondernemersregeling (KOR).'),
}

const OrganizationProfile = z
  .object({
    id: Id,
    name: z.string(),
    address: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    kvkNumber: z.string().nullable(),
    vatNumber: z.string().nullable(),
    iban: z.string().nullable(),
    accountName: z.string().nullable(),
    vatScheme: z.enum(vatSchemes),
  })
  .meta({ id: 'Organization', description: 'The business whose invoices these are.' })

const OrganizationContent = z.strictObject(contentFields).meta({ id: 'OrganizationContent' })

export const getOrganization = read({
  id: 'getOrganization',
  summary: 'Read the organization',
  description: 'The name, address and numbers that stand on its invoices.',
  response: { 200: OrganizationProfile },
})

export const updateOrganization = write({
  id: 'updateOrganization',
  summary: 'Change the organization',
  description:
    'Replaces the whole profile. Invoices that are final keep what they were made with. A key may not change the bank ' +
    'account (`person_only`).',
  problems: ['invalid_fields', 'person_only', 'password_needed'],
  response: { 200: OrganizationProfile },
  body: OrganizationContent,
})
