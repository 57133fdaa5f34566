import { z } from 'zod'
import { Mending, retryOf } from '../causes/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Id, Instant } from '../openapi/values.ts'

const operations = operationsOf('Bookings', 'organization')

export const RelationStatus = z
  .object({
    state: z
      .enum(['none', 'waiting', 'processed', 'failed'])
      .describe('`none`: not planned, which happens with the first saved invoice for this customer.'),
    relationId: Id.nullable().describe('For `POST /api/relations/{id}/retries`.'),
    code: z.string().nullable().describe('The code of the relation in e-Boekhouden.nl.'),
    cause: z.string().nullable().describe('Why it waits or failed, in one sentence.'),
    nextTryAt: Instant.nullable().describe(
      'When Stella tries it by itself; null for at once, or not at all.',
    ),
    mending: Mending.nullable(),
  })
  .meta({ id: 'RelationStatus', description: 'How the customer stands in e-Boekhouden.nl.' })

export const retryRelation = retryOf(operations, {
  id: 'retryRelation',
  summary: 'Offer a failed relation again',
  description: 'Only for a relation that failed.',
})
