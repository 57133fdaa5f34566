import { formatAmount } from '@stella/invoicing'
import {
  type Exchange,
  listFailingBookings,
  lookAtBooking,
  offerAgain,
  type SupportBooking,
  type SupportBookingDetail,
} from '@stella/support-desk'
import type { Language } from '@stella/texts'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { presentActivity } from '../activities/present-activity.ts'
import { presentExplanation } from '../books/cause-sentences.ts'
import type { App, Context } from '../context.ts'
import * as contract from '../contract/support.ts'
import { ApiError } from '../http/api-error.ts'
import { personOf } from '../http/authorization.ts'
import { languageOf } from '../http/language.ts'

export function supportRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  const requestOf = (request: FastifyRequest, bookingId: string) => {
    const { id, name } = personOf(request).user
    return { bookingId, user: { id, name }, now: now() }
  }

  app.get('/api/support/bookings', contract.listSupportBookings, async (request) => {
    const language = languageOf(request.headers['accept-language'])
    const { items, nextCursor } = await listFailingBookings(databases, request.query)
    return { items: items.map((booking) => presentBooking(booking, language)), nextCursor }
  })

  app.get('/api/support/bookings/:id', contract.getSupportBooking, async (request) => {
    const booking = await lookAtBooking(databases, requestOf(request, request.params.id))
    if (booking === undefined) throw new ApiError('not_found')
    return presentDetail(booking, languageOf(request.headers['accept-language']))
  })

  app.post('/api/support/bookings/:id/retries', contract.retrySupportBooking, async (request, reply) => {
    const { id } = request.params
    const retried = await offerAgain(databases, requestOf(request, id))
    if (retried !== 'offered') throw new ApiError(retried)
    bookkeeping.wake()
    return reply.code(202).send({ id, state: 'waiting' })
  })
}

function presentBooking(
  booking: SupportBooking,
  language: Language,
): z.infer<typeof contract.SupportBooking> {
  return {
    id: booking.id,
    organization: booking.organization,
    invoiceId: booking.invoiceId,
    invoiceNumber: booking.invoiceNumber,
    customerName: booking.customerName,
    totalGross: formatAmount(booking.totalGross),
    state: booking.state,
    since: booking.since.toISOString(),
    attempts: booking.attempts,
    cause: presentExplanation(booking.explanation, { concerned: booking, subject: 'invoice' }, language),
  }
}

function presentDetail(
  booking: SupportBookingDetail,
  language: Language,
): z.infer<typeof contract.SupportBookingDetail> {
  const { connection, relation } = booking
  return {
    ...presentBooking(booking, language),
    invoiceDate: booking.invoiceDate,
    dueDate: booking.dueDate,
    reference: booking.reference,
    mutationNumber: booking.mutationNumber?.toString() ?? null,
    relation: {
      code: relation.code,
      state: relation.state,
      cause: presentExplanation(
        relation.explanation,
        { concerned: { customerId: booking.customerId }, subject: 'relation' },
        language,
      ),
    },
    connection:
      connection === null
        ? null
        : {
            state: connection.state,
            cause: presentExplanation(
              connection.explanation,
              { concerned: {}, subject: 'invoice' },
              language,
            ),
          },
    retryable: booking.retryable,
    timeline: booking.timeline.map((activity) => {
      const { at, outcome, title, detail } = presentActivity(activity, language)
      return { at, outcome, title, detail }
    }),
    exchanges: booking.exchanges.map(presentExchange),
  }
}

function presentExchange(exchange: Exchange) {
  return { ...exchange, at: exchange.at.toISOString() }
}
