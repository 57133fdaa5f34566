import { formatAmount } from '@stella/invoicing'
import type {
  ConnectionInSight,
  Exchange,
  Explanation,
  PausedConnection,
  SupportBooking,
  SupportBookingDetail,
  SupportRelation,
  SupportRelationDetail,
} from '@stella/support-desk'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { presentActivity } from '../activities/present.ts'
import { presentExplanation } from '../causes/present.ts'
import type * as contract from './contract.ts'

/** A failing booking in the list of the support desk. */
export function presentBooking(
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

/** A booking with all that the support desk knows of it. */
export function presentBookingDetail(
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
    connection: presentConnection(connection, language),
    retryable: booking.retryable,
    timeline: presentTimeline(booking.timeline, language),
    exchanges: booking.exchanges.map(presentExchange),
  }
}

/** A failing relation in the list of the support desk. */
export function presentRelation(
  relation: SupportRelation,
  language: Language,
): z.infer<typeof contract.SupportRelation> {
  return {
    id: relation.id,
    organization: relation.organization,
    customerId: relation.customerId,
    customerName: relation.customerName,
    code: relation.code,
    state: relation.state,
    since: relation.since.toISOString(),
    attempts: relation.attempts,
    waitingInvoices: relation.waitingInvoices,
    cause: presentExplanation(
      relation.explanation,
      { concerned: { customerId: relation.customerId }, subject: 'relation' },
      language,
    ),
  }
}

/** A relation with all that the support desk knows of it. */
export function presentRelationDetail(
  relation: SupportRelationDetail,
  language: Language,
): z.infer<typeof contract.SupportRelationDetail> {
  return {
    ...presentRelation(relation, language),
    connection: presentConnection(relation.connection, language),
    retryable: relation.retryable,
    timeline: presentTimeline(relation.timeline, language),
    exchanges: relation.exchanges.map(presentExchange),
  }
}

/** A paused connection in the list of the support desk. */
export function presentPausedConnection(
  connection: PausedConnection,
  language: Language,
): z.infer<typeof contract.SupportConnection> {
  return {
    id: connection.id,
    organization: connection.organization,
    since: connection.since.toISOString(),
    waitingInvoices: connection.waitingInvoices,
    cause: presentConnectionCause(connection.explanation, language),
  }
}

function presentConnection(connection: ConnectionInSight | null, language: Language) {
  if (connection === null) return null
  return { state: connection.state, cause: presentConnectionCause(connection.explanation, language) }
}

function presentConnectionCause(explanation: Explanation | null, language: Language) {
  return presentExplanation(explanation, { concerned: {}, subject: 'invoice' }, language)
}

function presentTimeline(timeline: SupportBookingDetail['timeline'], language: Language) {
  return timeline.map((activity) => {
    const { at, outcome, title, detail } = presentActivity(activity, language)
    return { at, outcome, title, detail }
  })
}

function presentExchange(exchange: Exchange) {
  return { ...exchange, at: exchange.at.toISOString() }
}
