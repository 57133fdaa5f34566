import { z } from 'zod'
import { operation } from '../openapi/operation.ts'
import { Id, IdParams } from '../openapi/values.ts'

export const Retry = z
  .object({ id: Id, state: z.literal('waiting') })
  .meta({ id: 'Retry', description: 'It waits its turn again; the activity log says what comes of it.' })

export const retryBooking = operation({
  id: 'retryBooking',
  tag: 'Bookings',
  audience: 'organization',
  summary: 'Offer a failed booking again',
  description:
    'Only for a booking that failed. One whose outcome is unknown is looked up first, never sent blindly.',
  problems: ['invalid_request', 'not_found', 'not_retryable', 'foreign_origin'],
  response: { 202: Retry },
  params: IdParams,
})

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
