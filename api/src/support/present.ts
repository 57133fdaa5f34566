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
  const { explanation, invoice, invoiceId } = booking
  const concerned = { invoiceId, customerId: invoice?.customerId ?? null }
  return {
    ...presentFailing(booking),
    customerName: invoice?.customerName ?? null,
    invoiceId,
    invoiceNumber: invoice?.number ?? null,
    totalGross: invoice === null ? null : formatAmount(invoice.totalGross),
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
    invoiceDate: booking.dates?.invoice ?? null,
    dueDate: booking.dates?.due ?? null,
    reference: booking.reference,
    mutationNumber: booking.mutationNumber?.toString() ?? null,
    relation: {
      code,
      state,
      cause: presentRelationCause(explanation, booking.invoice?.customerId ?? null, language),
    },
  }
}

/** A failing relation in the list of the support desk. */
export function presentRelation(
  relation: SupportRelation,
  language: Language,
): z.infer<typeof contract.SupportRelation> {
  const { customerId, customerName, explanation, waitingInvoices } = relation
  return {
    ...presentFailing(relation),
    customerName,
    customerId,
    waitingInvoices,
    cause: presentRelationCause(explanation, customerId, language),
  }
}

/** A relation with all that the support desk knows of it. */
export function presentRelationDetail(
  relation: SupportRelationDetail,
  language: Language,
): z.infer<typeof contract.SupportRelationDetail> {
  const { code } = relation
  return { ...presentRelation(relation, language), ...presentInsight(relation, language), code }
}

/** A paused connection in the list of the support desk. */
export function presentPausedConnection(
  connection: PausedConnection,
  language: Language,
): z.infer<typeof contract.SupportConnection> {
  return {
    id: connection.id,
    organization: connection.organization,
    administration: administrationOf(connection, language),
    since: connection.since.toISOString(),
    waitingInvoices: connection.waitingInvoices,
    cause: presentConnectionCause(connection.explanation, language),
  }
}

function presentFailing(failing: SupportBooking | SupportRelation) {
  const { id, organization, state, since, attempts } = failing
  return { id, organization, state, since: since.toISOString(), attempts }
}

function presentInsight(detail: SupportBookingDetail | SupportRelationDetail, language: Language) {
  return {
    administration: administrationOf(detail, language),
    caseId: detail.caseId,
    connection: presentConnection(detail.connection, language),
    retryable: detail.retryable,
    timeline: presentTimeline(detail.timeline, language),
    exchanges: detail.exchanges.map(presentExchange),
  }
}

function administrationOf({ booksName: name }: { readonly booksName: string | null }, language: Language) {
  return name === null ? null : booksName(name, language)
}

function presentRelationCause(
  explanation: Explanation | null,
  customerId: string | null,
  language: Language,
) {
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
