import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, text } from './values.ts'

const profileFields = {
  name: text(100).describe('The name on invoices.'),
  address: text(150).describe('Street and number.'),
  postalCode: text(50),
  city: text(50),
  country: text(2).describe('ISO 3166-1 alpha-2, as in `NL`.'),
  email: text(254),
  phone: text(50),
  kvkNumber: text(50).describe('Number in the Dutch trade register, eight digits.'),
  vatNumber: text(50).describe('VAT identification number, as in `NL859631742B01`.'),
  iban: text(50).describe('The account customers pay to.'),
}

export const OrganizationProfile = z.object({ id: Id, ...profileFields }).meta({
  id: 'Organization',
  description: 'The business whose invoices these are; unknown fields are empty.',
})

export const OrganizationProfileContent = z.strictObject(profileFields).meta({ id: 'OrganizationContent' })

export const getOrganization = operation({
  id: 'getOrganization',
  tag: 'Organization',
  audience: 'organization',
  summary: 'Read the organization',
  description: 'The name, address and numbers that stand on its invoices.',
  response: { 200: OrganizationProfile },
})

export const updateOrganization = {
  ...operation({
    id: 'updateOrganization',
    tag: 'Organization',
    audience: 'organization',
    summary: 'Change the organization',
    description: 'Replaces the whole profile. Invoices that are final keep what they were made with.',
    problems: ['invalid_request', 'invalid_fields', 'foreign_origin'],
    response: { 200: OrganizationProfile },
  }),
  body: OrganizationProfileContent,
}
