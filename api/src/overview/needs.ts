import {
  type ConnectionView,
  causesOfRelations,
  failedBookingStates,
  isCauseCode,
  isOfferedTogether,
} from '@stella/bookkeeping'
import {
  type BooksFigures,
  countDrafts,
  countFailedRelations,
  countFailureCauses,
  type FailureCause,
  listFailedMessages,
  listFailedRelations,
  listFailureCauses,
  listInvoices,
  type Transaction,
} from '@stella/database'
import { formatAmount } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import type { z } from 'zod'
import { mendingOf } from '../causes/mending.ts'
import { causeSentences } from '../causes/present.ts'
import { euros } from '../http/euros.ts'
import type { Overview } from './contract.ts'

type Need = z.infer<typeof Overview>['needs'][number]
type NeedCounts = z.infer<typeof Overview>['needCounts']
type Counts = BooksFigures['counts']

/** More than this nobody reads on an overview; the lists have the rest. */
const mostOfAKind = 5
/** As many as there are causes, so that whoever follows one finds it. */
const mostCauses = 25

/** The first of what waits for a person, the most urgent first. */
export async function overviewNeeds(
  tx: Transaction,
  connection: ConnectionView | null,
  counts: Counts,
  language: Language,
): Promise<Need[]> {
  return [
    ...pausedConnection(connection, language),
    ...(await failedBookings(tx, language)),
    ...(await failedRelations(tx, language)),
    ...(await failedMessages(tx, language)),
    ...(await notConnected(tx, connection, counts, language)),
    ...(await drafts(tx, language)),
  ]
}

/** How many there are of each kind, of which overviewNeeds() has the first. */
export async function overviewNeedCounts(
  tx: Transaction,
  connection: ConnectionView | null,
  counts: Counts,
): Promise<NeedCounts> {
  return {
    connection_paused: mendingOfPause(connection) === null ? 0 : 1,
    booking_failed: await countFailureCauses(tx, { states: failedBookingStates, causesOfRelations }),
    relation_failed: await countFailedRelations(tx),
    message_failed: (await listFailedMessages(tx, { limit: 1 })).count,
    invoice_not_connected: areLeftOut(connection, counts) ? 1 : 0,
    draft_unfinished: await countDrafts(tx),
  }
}

function pausedConnection(connection: ConnectionView | null, language: Language): Need[] {
  const mending = mendingOfPause(connection)
  if (connection === null || mending === null) return []
  return [
    {
      kind: 'connection_paused',
      id: connection.id,
      invoiceId: null,
      customerId: null,
      title: textsIn(language).api.needs.connection_paused,
      detail: causeSentences(connection.pausedCause, language)?.what ?? '',
      mending,
      invoices: null,
    },
  ]
}

/** Null when nothing is paused, and when the pause ends by itself and so needs nobody. */
function mendingOfPause(connection: ConnectionView | null) {
  return connection?.state === 'paused' ? mendingOf({ cause: connection.pausedCause }, {}) : null
}

/** One need for each thing that is to blame, whatever the number of invoices it holds back. */
async function failedBookings(tx: Transaction, language: Language): Promise<Need[]> {
  const failing = { states: failedBookingStates, causesOfRelations }
  const groups = await listFailureCauses(tx, { ...failing, limit: mostCauses, invoiceLimit: mostOfAKind })
  return groups.map((group) => bookingsNeed(group, language))
}

function bookingsNeed(group: FailureCause, language: Language): Need {
  const { cause, causeCode, count, number, bookingId } = group
  const { booking_failed, bookings_failed } = textsIn(language).api.needs
  const alone = count === 1
  const customerId = alone || causesOfRelations.some((known) => known === cause) ? group.customerId : null
  const invoiceId = alone ? group.invoiceId : null
  return {
    kind: 'booking_failed',
    id: bookingId,
    invoiceId,
    customerId,
    title: alone ? booking_failed(number) : bookings_failed(count),
    detail: causeSentences(cause, language)?.why ?? '',
    mending: mendingOf({ cause, causeCode }, { invoiceId, customerId }),
    invoices: {
      count,
      total: formatAmount(group.gross),
      since: group.since.toISOString(),
      retryableCause: isCauseCode(cause) && isOfferedTogether(cause) ? cause : null,
      first: group.invoices.map(({ id, gross, ...invoice }) => ({
        id,
        ...invoice,
        total: formatAmount(gross),
      })),
    },
  }
}

async function failedRelations(tx: Transaction, language: Language): Promise<Need[]> {
  const relations = await listFailedRelations(tx, { limit: mostOfAKind })
  return relations.map(({ id, customerId, customer, cause, causeCode }) => ({
    kind: 'relation_failed',
    id,
    invoiceId: null,
    customerId,
    title: textsIn(language).api.needs.relation_failed(customer),
    detail: causeSentences(cause, language, 'relation')?.why ?? '',
    mending: mendingOf({ cause, causeCode }, { customerId }),
    invoices: null,
  }))
}

/** A customer who does not have the invoice will not pay it. */
async function failedMessages(tx: Transaction, language: Language): Promise<Need[]> {
  const { first } = await listFailedMessages(tx, { limit: mostOfAKind })
  const { api, messageCauses } = textsIn(language)
  return first.map(({ invoiceId, number, customer, address, cause }) => ({
    kind: 'message_failed',
    id: invoiceId,
    invoiceId,
    customerId: null,
    title: api.needs.message_failed(number),
    detail: `${customer}, ${address}. ${cause === null ? '' : messageCauses[cause]}`.trim(),
    mending: null,
    invoices: null,
  }))
}

/**
 * What became final without a connection stays out of the books, also when there is one now. One need says so for
 * all of them: Stella cannot see when a person has entered one, so a list of them would bury the rest.
 */
async function notConnected(
  tx: Transaction,
  connection: ConnectionView | null,
  counts: Counts,
  language: Language,
): Promise<Need[]> {
  if (!areLeftOut(connection, counts)) return []
  const { items } = await listInvoices(tx, { books: 'not_connected', limit: 1 })
  const { invoice_not_connected, not_connected } = textsIn(language).api.needs
  const alone = counts.not_connected === 1
  return items.map(({ id, number, customerId }) => ({
    kind: 'invoice_not_connected',
    id,
    invoiceId: alone ? id : null,
    customerId: alone ? customerId : null,
    title: invoice_not_connected(counts.not_connected, number ?? ''),
    detail: not_connected(counts.not_connected),
    mending: null,
    invoices: null,
  }))
}

/** Without a connection the first thing to do is to connect, and the overview says so itself. */
function areLeftOut(connection: ConnectionView | null, counts: Counts): boolean {
  return counts.not_connected > 0 && (connection?.state === 'active' || connection?.state === 'paused')
}

async function drafts(tx: Transaction, language: Language): Promise<Need[]> {
  const { items } = await listInvoices(tx, { state: 'draft', limit: mostOfAKind })
  const { draft_unfinished, draft } = textsIn(language).api.needs
  return items.map(({ id, customerId, customerName, gross }) => ({
    kind: 'draft_unfinished',
    id,
    invoiceId: id,
    customerId,
    title: draft_unfinished,
    detail: draft(customerName, euros(gross, language)),
    mending: null,
    invoices: null,
  }))
}
