import { keyScopes } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant, text } from '../openapi/values.ts'

const { read, write } = operationsOf('API keys', 'member')

export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    start: z.string().describe('The first characters, to recognise it by.'),
    createdAt: Instant,
    scope: z
      .enum(keyScopes)
      .describe(
        '`read` changes nothing. `write` does what its person may, but makes no keys, gives no roles, and touches no codes.',
      ),
    personName: z
      .string()
      .describe('Whose key it is: it does no more than they may, and ends with their membership.'),
    lastUsedAt: Instant.nullable().describe('To within a minute.'),
    expiresAt: Instant.nullable().describe('Null for one that works until it is withdrawn.'),
    isExpired: z.boolean(),
  })
  .meta({
    id: 'ApiKey',
    description: 'A key with which a program does what its person may, as far as its scope goes.',
  })

const NewApiKey = ApiKey.extend({
  key: z.string().describe('The key itself. It is shown this once and cannot be read again.'),
}).meta({ id: 'NewApiKey' })

export const listApiKeys = read({
  id: 'listApiKeys',
  summary: 'List API keys',
  description: 'The keys of the organization, without the secret itself.',
  response: { 200: z.object({ items: z.array(ApiKey) }).meta({ id: 'ApiKeyList' }) },
})

export const createApiKey = write({
  id: 'createApiKey',
  summary: 'Make an API key',
  description: 'Send it with each request as `Authorization: Bearer <key>` or `x-api-key: <key>`.',
  problems: ['invalid_fields'],
  response: { 201: NewApiKey },
  body: z
    .strictObject({
      name: text(100).describe('What it is for.'),
      scope: z.enum(keyScopes).default('write'),
      days: z
        .int()
        .min(1)
        .max(3650)
        .nullable()
        .default(null)
        .describe('How long it works; null until it is withdrawn.'),
    })
    .meta({ id: 'ApiKeyContent' }),
})

export const deleteApiKey = write({
  id: 'deleteApiKey',
  summary: 'Withdraw an API key',
  description: 'It stops working within a second.',
  response: { 204: z.undefined().describe('Withdrawn.') },
  params: IdParams,
})
