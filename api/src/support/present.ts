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
import { booksName } from '../connections/books-name.ts'
import type * as contract from './contract.ts'

/** A failing booking in the list of the support desk. */
export function presentBooking(
  booking: SupportBooking,
  language: Language,
): z.infer<typeof contract.SupportBooking> {
  const { explanation, invoiceId, customerId, invoiceNumber, totalGross } = booking
  const concerned = { invoiceId, customerId }
  return {
    ...presentFailing(booking),
    invoiceId,
    invoiceNumber,
    totalGross: formatAmount(totalGross),
    cause: presentExplanation(explanation, { concerned, subject: 'invoice' }, language),
  }
}

/** A booking with all that the support desk knows of it. */
export function presentBookingDetail(
  booking: SupportBookingDetail,
  language: Language,
): z.infer<typeof contract.SupportBookingDetail> {
  const { code, state, explanation } = booking.relation
  return {
    ...presentBooking(booking, language),
    ...presentInsight(booking, language),
    invoiceDate: booking.invoiceDate,
    dueDate: booking.dueDate,
    reference: booking.reference,
    mutationNumber: booking.mutationNumber?.toString() ?? null,
    relation: { code, state, cause: presentRelationCause(explanation, booking.customerId, language) },
  }
}

/** A failing relation in the list of the support desk. */
export function presentRelation(
  relation: SupportRelation,
  language: Language,
): z.infer<typeof contract.SupportRelation> {
  const { code, customerId, explanation, waitingInvoices } = relation
  return {
    ...presentFailing(relation),
    customerId,
    code,
    waitingInvoices,
    cause: presentRelationCause(explanation, customerId, language),
  }
}

/** A relation with all that the support desk knows of it. */
export function presentRelationDetail(
  relation: SupportRelationDetail,
  language: Language,
): z.infer<typeof contract.SupportRelationDetail> {
  return { ...presentRelation(relation, language), ...presentInsight(relation, language) }
}

/** A paused connection in the list of the support desk. */
export function presentPausedConnection(
  connection: PausedConnection,
  language: Language,
): z.infer<typeof contract.SupportConnection> {
  return {
    id: connection.id,
    organization: connection.organization,
    administration: booksName(connection.booksName, language),
    since: connection.since.toISOString(),
    waitingInvoices: connection.waitingInvoices,
    cause: presentConnectionCause(connection.explanation, language),
  }
}

function presentFailing(failing: SupportBooking | SupportRelation) {
  const { id, organization, customerName, state, since, attempts } = failing
  return { id, organization, customerName, state, since: since.toISOString(), attempts }
}

function presentInsight(detail: SupportBookingDetail | SupportRelationDetail, language: Language) {
  return {
    administration: booksName(detail.booksName, language),
    connection: presentConnection(detail.connection, language),
    retryable: detail.retryable,
    timeline: presentTimeline(detail.timeline, language),
    exchanges: detail.exchanges.map(presentExchange),
  }
}

function presentRelationCause(explanation: Explanation | null, customerId: string, language: Language) {
  return presentExplanation(explanation, { concerned: { customerId }, subject: 'relation' }, language)
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
