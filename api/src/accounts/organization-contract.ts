import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, text } from '../openapi/values.ts'
import { Session } from './contract.ts'

const { write } = operationsOf('Accounts', 'person')

export const switchOrganization = write({
  id: 'switchOrganization',
  summary: 'Work in another organization',
  description:
    'The session works in that organization from now on, in every window of this browser; other sessions stay where ' +
    'they are. A window that was open sends `Stella-Organization` with what it shows, so that it changes nothing elsewhere.',
  problems: ['no_organization'],
  response: { 200: Session },
  body: z.strictObject({ organizationId: Id }).meta({ id: 'OrganizationChoice' }),
})

export const createOrganization = write({
  id: 'createOrganization',
  summary: 'Make another organization',
  description: 'You are its owner, and the session works in it. Ten an hour at most.',
  problems: ['invalid_fields', 'too_many_sign_ups'],
  response: { 201: Session },
  body: z.strictObject({ name: text(100) }).meta({ id: 'NewOrganization' }),
})
