import {
  listFailingBookings,
  listFailingRelations,
  listPauses,
  lookAtBooking,
  lookAtRelation,
  offerBookingAgain,
  offerRelationAgain,
} from '@stella/support-desk'
import type { FastifyRequest } from 'fastify'
import { offeredAgain } from '../causes/retry.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { personOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './contract.ts'
import {
  presentBooking,
  presentBookingDetail,
  presentPausedConnection,
  presentRelation,
  presentRelationDetail,
} from './present.ts'

export function supportRoutes(app: App, { bookkeeping, databases, now, pages }: Context): void {
  const sessionOf = (request: FastifyRequest) => {
    const { sessionTokenHash } = personOf(request)
    return { sessionTokenHash }
  }
  const atWork = (request: FastifyRequest) => ({ ...sessionOf(request), now: now() })

  app.get('/api/support/bookings', contract.listSupportBookings, async (request) => {
    const language = languageOf(request)
    return pages.read(
      { list: 'bookings', owner: 'support' },
      request.query,
      (query) => listFailingBookings(databases, query),
      (item) => presentBooking(item, language),
    )
  })

  app.get('/api/support/bookings/:id', contract.getSupportBooking, async (request) => {
    const booking = await lookAtBooking(databases, { bookingId: request.params.id, ...sessionOf(request) })
    if (booking === undefined) throw new ApiError('not_found')
    return presentBookingDetail(booking, languageOf(request))
  })

  app.post('/api/support/bookings/:id/retries', contract.retrySupportBooking, async (request, reply) => {
    const { id } = request.params
    const retried = await offerBookingAgain(databases, { bookingId: id, ...atWork(request) })
    const answer = offeredAgain(id, retried)
    bookkeeping.wake()
    return reply.code(202).send(answer)
  })

  app.get('/api/support/relations', contract.listSupportRelations, async (request) => {
    const language = languageOf(request)
    return pages.read(
      { list: 'relations', owner: 'support' },
      request.query,
      (query) => listFailingRelations(databases, query),
      (item) => presentRelation(item, language),
    )
  })

  app.get('/api/support/relations/:id', contract.getSupportRelation, async (request) => {
    const relation = await lookAtRelation(databases, { relationId: request.params.id, ...sessionOf(request) })
    if (relation === undefined) throw new ApiError('not_found')
    return presentRelationDetail(relation, languageOf(request))
  })

  app.post('/api/support/relations/:id/retries', contract.retrySupportRelation, async (request, reply) => {
    const { id } = request.params
    const retried = await offerRelationAgain(databases, { relationId: id, ...atWork(request) })
    const answer = offeredAgain(id, retried)
    bookkeeping.wake()
    return reply.code(202).send(answer)
  })

  app.get('/api/support/connections', contract.listSupportConnections, async (request) => {
    const language = languageOf(request)
    return pages.read(
      { list: 'connections', owner: 'support' },
      request.query,
      (query) => listPauses(databases, query),
      (item) => presentPausedConnection(item, language),
    )
  })
}
