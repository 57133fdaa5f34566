import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { IdParams, Instant } from '../openapi/values.ts'

const { read, write } = operationsOf('Share links', 'organization')

const ShareLink = z
  .object({
    address: z
      .string()
      .nullable()
      .describe(
        'Null when there is none that works, or when the key it was made with is gone: then make a new one.',
      ),
    createdAt: Instant.nullable(),
    firstOpenedAt: Instant.nullable().describe('By the customer, or by a program that checks their mail.'),
  })
  .meta({ id: 'ShareLink', description: 'The link by which a customer sees an invoice without signing in.' })

export const getShareLink = read({
  id: 'getShareLink',
  summary: 'Read the link to an invoice',
  description: 'It is made with the first mail, or by `createShareLink`.',
  response: { 200: ShareLink },
  params: IdParams,
})

export const createShareLink = write({
  id: 'createShareLink',
  summary: 'Make the link to an invoice',
  description:
    'Whoever has it sees that one final invoice, its PDF and its UBL, and nothing else. Repeating it gives the same link.',
  problems: ['not_final', 'made_elsewhere'],
  response: { 200: ShareLink },
  params: IdParams,
})

export const revokeShareLink = write({
  id: 'revokeShareLink',
  summary: 'Take back the link to an invoice',
  description: 'Whoever has it no longer sees anything. A link that is made later is another one.',
  response: { 204: z.undefined().describe('Taken back, or there was none.') },
  params: IdParams,
})
