import {
  type BookingOfInvoice,
  type ConnectionRow,
  type FirstBooking,
  findConnection,
  findFirstBooking,
  findFirstRelation,
  findFormerBooking,
  findHeldBooking,
  findRelationWithCustomer,
  listUnverifiedBookings,
  nextBookingTimes,
  type RelationWithCustomer,
  type Transaction,
} from '@stella/database'
import { cents, formatAmount } from '@stella/invoicing'
import type { InvoiceSubject } from '../activities/activity-entries.ts'
import type { BookingState } from '../bookings/booking-states.ts'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { VERIFY_BATCH } from '../bookings/verification.ts'
import { isCauseCode } from '../causes/causes.ts'
import { usualAccountsOf } from '../connections/connection-view.ts'
import type { Credited } from '../deliveries/decide-for-credit.ts'
import type { Instant } from '../ports/clock.ts'
import type {
  LaneConnection,
  LaneView,
  OpenBooking,
  OpenRelation,
  UnverifiedBooking,
} from '../ports/store.ts'
import { contentSent } from '../relations/plan-relation.ts'
import { type ContentField, relationContentOf } from '../relations/relation-content.ts'
import { isPresent, presentRelationStates, type RelationState } from '../relations/relation-states.ts'
import { deliveryOf, instantOf } from './columns.ts'

/** In these a relation lets its bookings be sent. */
const relationStates = presentRelationStates

/** What there is to do for the transaction's organization; null when it has no connection that could do it. */
export async function lookAtLane(tx: Transaction, now: Instant): Promise<LaneView | null> {
  const row = await findConnection(tx)
  const connection = row === null ? null : workingConnection(row)
  if (row === null || connection === null) return null
  const first = await findFirstBooking(tx, { booksId: connection.booksId, now: new Date(now) })
  return lookBeside(tx, { row, connection, booking: await openBooking(tx, first) }, now)
}

/**
 * The same as far as choosing the next piece of work takes it: beside a booking that can be sent nothing else matters
 * (chooseWork()), and is not asked for.
 */
export async function lookForWork(tx: Transaction, now: Instant): Promise<LaneView | null> {
  const row = await findConnection(tx)
  const connection = row === null ? null : workingConnection(row)
  if (row === null || connection === null) return null
  const first = await findFirstBooking(tx, { booksId: connection.booksId, now: new Date(now) })
  const booking = await openBooking(tx, first)
  const isAlone = !row.settles_former && first?.relation_under_way === false
  if (isAlone && booking !== null && isReady(booking, now)) return viewOfOne(connection, booking)
  return lookBeside(tx, { row, connection, booking }, now)
}

/**
 * The booking that can be sent next when the one that is being sent is accepted, in the same books; null when there is
 * none, or something else may come first.
 */
export async function lookAhead(
  tx: Transaction,
  { booksId, now, past }: { booksId: string; now: Instant; past: string },
): Promise<OpenBooking | null> {
  const first = await findFirstBooking(tx, { booksId, now: new Date(now), past })
  if (first === null || first.relation_under_way) return null
  const booking = await openBooking(tx, first)
  return booking !== null && isReady(booking, now) ? booking : null
}

/** What there is to do when this booking is all there is. */
export function viewOfOne(connection: LaneConnection, booking: OpenBooking): LaneView {
  const none = { waitOverAt: null, held: null, heldTryAt: null, verifyAt: null, unverified: [] }
  return { connection, booking, former: null, relation: null, ...none }
}

/** Whether it is sent, or held back, before anything else: neither it nor its relation has to be looked up or added. */
function isReady({ delivery, relation, state }: OpenBooking, now: Instant): boolean {
  const isDue = delivery.nextAt === null || delivery.nextAt <= now
  return state === 'planned' && isDue && isPresent(relation.state)
}

type Seen = {
  readonly row: ConnectionRow
  readonly connection: LaneConnection
  readonly booking: OpenBooking | null
}

async function lookBeside(
  tx: Transaction,
  { row, connection, booking }: Seen,
  now: Instant,
): Promise<LaneView> {
  const { booksId } = connection
  const relation = await findFirstRelation(tx, booksId)
  const times = await nextBookingTimes(tx, { booksId, now: new Date(now), relationStates })
  const verifyAt = instantOf(times.verify_at)
  const heldTryAt = instantOf(times.held_try)
  return {
    connection,
    booking,
    former: row.settles_former ? await openBooking(tx, await findFormerBooking(tx, booksId)) : null,
    relation: relation === null ? null : openRelation(relation),
    waitOverAt: instantOf(times.wait_over),
    held: heldTryAt !== null && heldTryAt <= now ? await heldBooking(tx, booksId, now) : null,
    heldTryAt,
    verifyAt,
    unverified: verifyAt !== null && verifyAt <= now ? await unverifiedBookings(tx, booksId, now) : [],
  }
}

/** What the engine may know of it; null when it can do nothing with it. */
export function workingConnection(row: ConnectionRow): LaneConnection | null {
  if (row.state !== 'active' && row.state !== 'paused') return null
  return {
    id: row.id,
    booksId: row.books_id,
    state: row.state,
    pausedCause: isCauseCode(row.paused_cause) ? row.paused_cause : null,
    codesVersion: row.codes_version,
    testRequestedAt: instantOf(row.test_requested_at),
    nextTestAt: instantOf(row.next_test_at),
    paymentsAt: instantOf(row.payments_due_at),
    reconciliationAt: instantOf(row.reconciliation_due_at),
    usualAccounts: usualAccountsOf(row),
    activeSince: Math.max(row.activated_at.getTime(), row.resumed_at?.getTime() ?? 0),
  }
}

async function heldBooking(tx: Transaction, booksId: string, now: Instant): Promise<OpenBooking | null> {
  return openBooking(tx, await findHeldBooking(tx, { booksId, now: new Date(now), relationStates }))
}

async function openBooking(tx: Transaction, row: FirstBooking | null): Promise<OpenBooking | null> {
  if (row === null) return null
  const relation = await findRelationWithCustomer(tx, row.relation_id)
  if (relation === null) throw new Error(`Booking ${row.id} has no relation.`)
  return {
    id: row.id,
    booksId: row.books_id,
    state: row.state as BookingState,
    delivery: deliveryOf(row),
    mutation: mutationOf(row),
    mutationNumber: row.mutation_number === null ? null : Number(row.mutation_number),
    subject: invoiceSubject(row, relation.customer.name),
    relation: openRelation(relation),
    credited: creditedOf(row),
    hasCredits: row.has_credits,
  }
}

function creditedOf(row: FirstBooking): Credited | null {
  if (row.credited_state === null || row.credited_books_id === null) return null
  const nextAt = instantOf(row.credited_next_at)
  return { state: row.credited_state as BookingState, booksId: row.credited_books_id, nextAt }
}

async function unverifiedBookings(
  tx: Transaction,
  booksId: string,
  now: Instant,
): Promise<UnverifiedBooking[]> {
  const rows = await listUnverifiedBookings(tx, { booksId, now: new Date(now), range: VERIFY_BATCH })
  return rows.map((row) => ({
    id: row.id,
    mutationNumber: Number(row.mutation_number),
    absentSince: instantOf(row.absent_since),
    mutation: mutationOf(row),
    subject: invoiceSubject(row, row.customer_name),
    relation: {
      rowId: row.relation_id,
      id: row.relation_id_in_books === null ? null : Number(row.relation_id_in_books),
      code: row.relation_code,
    },
  }))
}

function openRelation({ relation, customer }: RelationWithCustomer): OpenRelation {
  return {
    id: relation.id,
    booksId: relation.books_id,
    state: relation.state as RelationState,
    delivery: deliveryOf(relation),
    subject: { customerId: relation.customer_id, customer: customer.name, code: relation.code },
    content: relationContentOf(customer),
    idInBooks: relation.id_in_books === null ? null : Number(relation.id_in_books),
    sent: contentSent(relation),
    changing: relation.changing as unknown as readonly ContentField[],
  }
}

/** Written by planBooking() and by nobody else; the table refuses an open booking without one. */
function mutationOf(row: BookingOfInvoice): PlannedMutation {
  const mutation: unknown = row.mutation
  return mutation as PlannedMutation
}

function invoiceSubject(row: BookingOfInvoice, customer: string): InvoiceSubject {
  return {
    invoiceId: row.invoice_id,
    number: row.invoice_number,
    customer,
    amount: formatAmount(cents(row.total_gross)),
  }
}
