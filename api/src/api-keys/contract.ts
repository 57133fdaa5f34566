import { z } from 'zod'
import { operation } from '../openapi/operation.ts'
import { Id, IdParams, Instant, text } from '../openapi/values.ts'

const tag = 'API keys'
const audience = 'organization'

export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    start: z.string().describe('The first characters, to recognise it by.'),
    createdAt: Instant,
    lastUsedAt: Instant.nullable().describe('To within a minute.'),
  })
  .meta({
    id: 'ApiKey',
    description: 'A key with which a program does all that a person of the organization can.',
  })

export const NewApiKey = ApiKey.extend({
  key: z.string().describe('The key itself. It is shown this once and cannot be read again.'),
}).meta({ id: 'NewApiKey' })

export const listApiKeys = operation({
  id: 'listApiKeys',
  tag,
  audience,
  summary: 'List API keys',
  description: 'The keys of the organization, without the secret itself.',
  response: { 200: z.object({ items: z.array(ApiKey) }).meta({ id: 'ApiKeyList' }) },
})

export const createApiKey = operation({
  id: 'createApiKey',
  tag,
  audience,
  summary: 'Make an API key',
  description: 'Send it with each request as `Authorization: Bearer <key>` or `x-api-key: <key>`.',
  problems: ['invalid_request', 'invalid_fields', 'foreign_origin'],
  response: { 201: NewApiKey },
  body: z.strictObject({ name: text(100).describe('What it is for.') }).meta({ id: 'ApiKeyContent' }),
})

export const deleteApiKey = operation({
  id: 'deleteApiKey',
  tag,
  audience,
  summary: 'Withdraw an API key',
  description: 'It stops working within a minute.',
  problems: ['invalid_request', 'not_found', 'foreign_origin'],
  response: { 204: z.undefined().describe('Withdrawn.') },
  params: IdParams,
})
