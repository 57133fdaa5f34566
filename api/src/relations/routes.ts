import { retryRelation } from '@stella/bookkeeping'
import { announceActivities, inOrganization } from '@stella/database'
import { offeredAgain } from '../causes/retry.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import * as contract from './contract.ts'

export function relationRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  app.post('/api/relations/:id/retries', contract.retryRelation, async (request, reply) => {
    const { id } = request.params
    const organization = organizationOf(request)
    const retried = await inOrganization(databases.app, organization.id, (tx) =>
      retryRelation(tx, { relationId: id, now: now(), by: 'organization' }),
    )
    const answer = offeredAgain(id, retried)
    void announceActivities(databases.app, organization.id)
    bookkeeping.wake()
    return reply.code(202).send(answer)
  })
}
