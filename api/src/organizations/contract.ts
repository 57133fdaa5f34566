import { vatSchemes } from '@stella/invoicing'
import { z } from 'zod'
import { file } from '../openapi/file.ts'
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
  accentColor: optional().describe('The one colour on documents, mails and pages, as in `#a8481c`.'),
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
    accentColor: z.string().nullable(),
    logoId: Id.nullable().describe('Of the picture at `/api/organization/logo`; another one has another id.'),
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
  problems: ['invalid_fields', 'person_only', 'password_needed', 'second_factor_needed'],
  response: { 200: OrganizationProfile },
  body: OrganizationContent,
})

export const getLogo = read({
  id: 'getLogo',
  summary: 'Read the logo',
  description: 'The picture as it stands on documents: written anew from what was handed in.',
  response: { 200: file('image/png', 'The picture; a JPEG where one was handed in.') },
})

export const changeLogo = write({
  id: 'changeLogo',
  summary: 'Hand in a logo',
  description:
    'A PNG or JPEG of at most 700 kB and 10 million dots, judged by what it holds. Only its dots are kept, at most ' +
    '1,200 × 400. Invoices that are final keep the logo they were made with.',
  problems: ['invalid_fields'],
  response: { 200: OrganizationProfile },
  body: z.strictObject({ data: text(1_000_000).describe('The file as base64.') }).meta({ id: 'LogoContent' }),
})

export const deleteLogo = write({
  id: 'deleteLogo',
  summary: 'Take the logo away',
  description: 'The name stands in its place from now on.',
  response: { 200: OrganizationProfile },
})
