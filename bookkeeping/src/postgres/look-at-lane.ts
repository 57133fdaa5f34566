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
import { isCauseCode } from '../causes/causes.ts'
import type { Credited } from '../deliveries/decide-for-credit.ts'
import { VERIFY_BATCH } from '../policy/verification.ts'
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
import { presentRelationStates, type RelationState } from '../relations/relation-states.ts'
import { deliveryOf, instantOf } from './columns.ts'

/** In these a relation lets its bookings be sent. */
const relationStates = presentRelationStates

/**
 * What there is to do for the transaction's organization; null when it has no connection that could do it. Given
 * the id of a booking, what there is to do beside that one.
 */
export async function lookAtLane(tx: Transaction, now: Instant, past?: string): Promise<LaneView | null> {
  const row = await findConnection(tx)
  const connection = row === null ? null : workingConnection(row)
  if (row === null || connection === null) return null
  const { booksId } = connection
  const booking = await firstBooking(tx, { booksId, now: new Date(now), past })
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

export async function connectionToWorkWith(tx: Transaction): Promise<LaneConnection | null> {
  const row = await findConnection(tx)
  return row === null ? null : workingConnection(row)
}

function workingConnection(row: ConnectionRow): LaneConnection | null {
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
    activeSince: Math.max(row.activated_at.getTime(), row.resumed_at?.getTime() ?? 0),
  }
}

async function firstBooking(
  tx: Transaction,
  which: { booksId: string; now: Date; past: string | undefined },
): Promise<OpenBooking | null> {
  return openBooking(tx, await findFirstBooking(tx, which))
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
