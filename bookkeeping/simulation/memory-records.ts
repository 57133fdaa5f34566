import type { InvoiceSubject, RelationSubject } from '../src/activities/activity-entries.ts'
import type { BookingState } from '../src/bookings/booking-states.ts'
import type { PlannedMutation } from '../src/bookings/planned-mutation.ts'
import type { KeptPart } from '../src/bookings/planned-parts.ts'
import type { Credited } from '../src/deliveries/decide-for-credit.ts'
import { type Delivery, newDelivery } from '../src/deliveries/delivery.ts'
import type { Instant } from '../src/ports/clock.ts'
import type { Commit, OpenBooking, OpenRelation, UnverifiedBooking } from '../src/ports/store.ts'
import { relationCodeOf } from '../src/relations/relation-code.ts'
import type { ContentField, RelationContent } from '../src/relations/relation-content.ts'
import type { RelationState } from '../src/relations/relation-states.ts'
import type { Breaker } from '../src/retries/breaker.ts'
import type { Chosen } from './chosen-accounts.ts'
import type { ExpectedAmounts } from './invoice-amounts.ts'

export type BookingRecord = {
  readonly id: string
  readonly ordinal: number
  mutation: PlannedMutation
  parts: readonly KeptPart[]
  /** What the books must show, reckoned by other means than the engine's. */
  readonly expected: ExpectedAmounts
  /** The accounts that were chosen for it. */
  on: Chosen
  readonly subject: InvoiceSubject
  /** Whom the invoice was made for, whatever became of that customer since. */
  readonly customerId: string
  /** The books it was sent to, or is meant for, and its relation there. */
  booksId: string
  relation: RelationRecord
  /** The invoice that it takes back, if it is a credit note, and its own credit notes. */
  readonly credits: BookingRecord | null
  readonly creditNotes: BookingRecord[]
  state: BookingState
  delivery: Delivery
  mutationNumber: number | null
  verifyAt: Instant | null
  changedAt: Instant
  /** Everything that ever happened to it, in order. */
  readonly steps: string[]
}

export type RelationRecord = {
  readonly id: string
  readonly booksId: string
  /** With the code that it has in the books, as far as is known. */
  subject: RelationSubject
  idInBooks: number | null
  readonly customer: CustomerRecord
  /** What was last sent of it. */
  sent: RelationContent | null
  /** The fields of that which the books have not confirmed. */
  changing: readonly ContentField[]
  state: RelationState
  delivery: Delivery
  changedAt: Instant
  readonly steps: string[]
}

/** A customer, which can be a relation in several books. */
export type CustomerRecord = {
  readonly id: string
  /** As it is now. */
  content: RelationContent
  /** The customer that it went up in, if it did. */
  mergedInto: CustomerRecord | null
  /** Everything that ever happened to its relations, in order. */
  readonly steps: string[]
}

export type LaneRecord = {
  nextAt: Instant | null
  leaseUntil: Instant | null
  token: bigint
  breaker: Breaker
  /** Pieces of work done under the present claim. */
  steps: number
  /** Claims that were given back. */
  releases: number
}

/** Something that happened to a relation, as one of its own steps and of its customer's. */
export function noteStep(relation: RelationRecord, step: string): void {
  relation.steps.push(step)
  relation.customer.steps.push(step)
}

/** A relation as it is planned. */
export function plannedRelation(booksId: string, customer: CustomerRecord, now: Instant): RelationRecord {
  return {
    id: `${customer.id} in ${booksId}`,
    booksId,
    subject: { customerId: customer.id, customer: customer.id, code: relationCodeOf(customer.id) },
    customer,
    idInBooks: null,
    sent: null,
    changing: [],
    state: 'planned',
    delivery: newDelivery,
    changedAt: now,
    steps: [],
  }
}

/** A booking as the engine sees it. */
export function openBooking(booking: BookingRecord): OpenBooking {
  const { id, booksId, state, delivery, mutation, mutationNumber, subject } = booking
  const relation = openRelation(booking.relation)
  const hasCredits = booking.creditNotes.length > 0
  const credited = creditedOf(booking)
  return { id, booksId, state, delivery, mutation, mutationNumber, subject, relation, credited, hasCredits }
}

/** As the engine sees what a credit note takes back. */
export function creditedOf({ credits }: BookingRecord): Credited | null {
  if (credits === null) return null
  return { state: credits.state, booksId: credits.booksId, nextAt: credits.delivery.nextAt }
}

/** A relation as the engine sees it. */
export function openRelation(relation: RelationRecord): OpenRelation {
  const { id, booksId, state, delivery, subject, customer, idInBooks, sent, changing } = relation
  return { id, booksId, state, delivery, subject, content: customer.content, idInBooks, sent, changing }
}

/** A booked one as the engine reads it back. */
export function unverifiedBooking(booking: BookingRecord): UnverifiedBooking {
  const { id, delivery, mutation, mutationNumber, relation, subject } = booking
  return {
    id,
    mutationNumber: mutationNumber ?? 0,
    absentSince: delivery.absentSince,
    mutation,
    subject,
    relation: { rowId: relation.id, id: relation.idInBooks, code: relation.subject.code },
  }
}

/** As followRelationCode() does on PostgreSQL. */
export function followCodes(relations: readonly RelationRecord[], { booksId, followed = [] }: Commit): void {
  for (const { code, relationId } of followed) {
    const relation = relations.find((it) => it.id === relationId && it.booksId === booksId)
    if (relation !== undefined) relation.subject = { ...relation.subject, code }
  }
}
