import { z } from 'zod'
import { Mending } from '../causes/contract.ts'
import { operation } from '../openapi/operation.ts'
import { Retry } from '../openapi/retry.ts'
import { Id, IdParams } from '../openapi/values.ts'

export const RelationStatus = z
  .object({
    state: z
      .enum(['none', 'waiting', 'processed', 'failed'])
      .describe('`none`: not planned, which happens with the first saved invoice for this customer.'),
    relationId: Id.nullable().describe('For `POST /api/relations/{id}/retries`.'),
    code: z.string().nullable().describe('The code of the relation in e-Boekhouden.nl.'),
    cause: z.string().nullable().describe('Why it failed, in one sentence.'),
    mending: Mending.nullable(),
  })
  .meta({ id: 'RelationStatus', description: 'How the customer stands in e-Boekhouden.nl.' })

export const retryRelation = operation({
  id: 'retryRelation',
  tag: 'Bookings',
  audience: 'organization',
  summary: 'Offer a failed relation again',
  description: 'Only for a relation that failed.',
  problems: ['invalid_request', 'not_found', 'not_retryable', 'foreign_origin'],
  response: { 202: Retry },
  params: IdParams,
})
