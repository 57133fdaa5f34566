import { type Retried, retryBooking, retryRelation } from '@stella/bookkeeping'
import { announceActivities, inOrganization } from '@stella/database'
import { ApiError } from '../http/api-error.ts'
import { organizationOf } from '../http/authorization.ts'
import type { App, Context } from '../http/context.ts'
import * as contract from './contract.ts'

export function retryRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  app.post('/api/bookings/:id/retries', contract.retryBooking, async (request, reply) => {
    const { id } = request.params
    const organization = organizationOf(request)
    const retried = await inOrganization(databases.app, organization.id, (tx) =>
      retryBooking(tx, { bookingId: id, now: now(), by: 'organization' }),
    )
    return reply.code(202).send(offered(id, organization.id, retried))
  })

  app.post('/api/relations/:id/retries', contract.retryRelation, async (request, reply) => {
    const { id } = request.params
    const organization = organizationOf(request)
    const retried = await inOrganization(databases.app, organization.id, (tx) =>
      retryRelation(tx, { relationId: id, now: now(), by: 'organization' }),
    )
    return reply.code(202).send(offered(id, organization.id, retried))
  })

  function offered(id: string, organizationId: string, retried: Retried) {
    if (retried !== 'offered') throw new ApiError(retried)
    void announceActivities(databases.app, organizationId)
    bookkeeping.wake()
    return { id, state: 'waiting' as const }
  }
}
