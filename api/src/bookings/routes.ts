import { retryBooking, retryBookingsOfCause } from '@stella/bookkeeping'
import { announceActivities, inOrganization } from '@stella/database'
import { offeredAgain } from '../causes/retry.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import * as contract from './contract.ts'

export function bookingRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  app.post('/api/bookings/:id/retries', contract.retryBooking, async (request, reply) => {
    const { id } = request.params
    const organization = organizationOf(request)
    const retried = await inOrganization(databases.app, organization.id, (tx) =>
      retryBooking(tx, { bookingId: id, now: now(), by: 'organization' }),
    )
    const answer = offeredAgain(id, retried)
    void announceActivities(databases.app, organization.id)
    bookkeeping.wake()
    return reply.code(202).send(answer)
  })

  app.post('/api/bookings/retries', contract.retryBookingsOfCause, async (request, reply) => {
    const organization = organizationOf(request)
    const { cause } = request.body
    const count = await inOrganization(databases.app, organization.id, (tx) =>
      retryBookingsOfCause(tx, { cause, now: now(), by: 'organization' }),
    )
    if (count === null) throw new ApiError('not_retryable')
    void announceActivities(databases.app, organization.id)
    bookkeeping.wake()
    return reply.code(202).send({ count })
  })
}
