import {
  type ActivityEntry,
  type InvoiceSubject,
  invoiceEntry,
  type RelationSubject,
} from '../src/activities/activity-entries.ts'
import { type BookingState, bookingTransitions, openBookingStates } from '../src/bookings/booking-states.ts'
import type { PlannedMutation } from '../src/bookings/planned-mutation.ts'
import type { CauseCode } from '../src/causes/causes.ts'
import type { Delivery } from '../src/deliveries/delivery.ts'
import { stateAfter } from '../src/deliveries/transitions.ts'
import { firstBooking, waitOverAt } from '../src/engine/first-booking.ts'
import { type Breaker, closedBreaker } from '../src/policy/breaker.ts'
import { VERIFY_BATCH, verifyAt } from '../src/policy/verification.ts'
import type { Exchange } from '../src/ports/books.ts'
import type { Instant } from '../src/ports/clock.ts'
import type {
  BookingStepTaken,
  Commit,
  Committed,
  Intent,
  LaneView,
  OpenBooking,
  OpenRelation,
  RelationStepTaken,
} from '../src/ports/store.ts'
import { isSameContent, type RelationContent } from '../src/relations/relation-content.ts'
import { type RelationState, relationTransitions } from '../src/relations/relation-states.ts'
import type { ExpectedAmounts } from './invoice-amounts.ts'

export type BookingRecord = {
  readonly id: string
  readonly ordinal: number
  readonly mutation: PlannedMutation
  /** What the books must show, reckoned by other means than the engine's. */
  readonly expected: ExpectedAmounts
  readonly subject: InvoiceSubject
  readonly relation: RelationRecord
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
  readonly subject: RelationSubject
  /** The customer as it is now. */
  content: RelationContent
  /** What was last sent of it. */
  sent: RelationContent | null
  state: RelationState
  delivery: Delivery
  changedAt: Instant
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

/** The rows of one organization, changed as the statements on PostgreSQL change them: all of a commit or nothing. */
export class OrganizationMemory {
  readonly id: string
  readonly bookings: BookingRecord[] = []
  readonly relations: RelationRecord[] = []
  readonly activities: ActivityEntry[] = []
  readonly exchanges: Exchange[] = []
  /** Writing calls that were announced, by what they are about. */
  readonly intents: (Intent & { readonly subject: string })[] = []
  readonly lane: LaneRecord = {
    nextAt: null,
    leaseUntil: null,
    token: 0n,
    breaker: closedBreaker,
    steps: 0,
    releases: 0,
  }
  /** When the connection was paused, each time. */
  readonly pausedAt: Instant[] = []
  connection: {
    state: 'active' | 'paused'
    pausedCause: CauseCode | null
    codesVersion: number
    testRequestedAt: Instant | null
    nextTestAt: Instant
    activeSince: Instant
  }

  constructor(id: string, now: Instant) {
    this.id = id
    this.connection = {
      state: 'active',
      pausedCause: null,
      codesVersion: 1,
      testRequestedAt: null,
      nextTestAt: now + 24 * 60 * 60 * 1_000,
      activeSince: now,
    }
  }

  markDue(now: Instant): void {
    this.lane.nextAt = Math.min(this.lane.nextAt ?? now, now)
  }

  look(now: Instant): LaneView {
    const unverified = this.bookings.filter((it) => it.state === 'booked' && it.verifyAt !== null)
    const due = unverified.filter((it) => (it.verifyAt ?? 0) <= now).slice(0, VERIFY_BATCH)
    const verifyTimes = unverified.map((it) => it.verifyAt ?? 0)
    return {
      connection: { id: this.id, ...this.connection },
      booking: this.#firstBooking(now),
      relation: this.#firstRelation(),
      waitOverAt: waitOverAt(this.#openBookings(), now),
      unverified: due.map((it) => ({
        id: it.id,
        mutationNumber: it.mutationNumber ?? 0,
        absentSince: it.delivery.absentSince,
        mutation: it.mutation,
        subject: it.subject,
      })),
      verifyAt: verifyTimes.length === 0 ? null : Math.min(...verifyTimes),
    }
  }

  /** Whether every guard holds; then all of it is written. `now` is the true time, for the checks. */
  commit(commit: Commit, now: Instant): Committed {
    const steps = [...(commit.booking === undefined ? [] : [commit.booking]), ...(commit.verified ?? [])]
    if (!steps.every((step) => this.#bookingAt(step) !== null)) return 'superseded'
    if (commit.relation !== undefined && this.#relationAt(commit.relation) === null) return 'superseded'
    for (const step of steps) this.#takeBookingStep(step, commit.at, commit.intent)
    if (commit.relation !== undefined) this.#takeRelationStep(commit.relation, commit.at, commit.intent)
    if (commit.relation !== undefined && commit.freesBookings) this.freeBookings(commit.relation.id)
    for (const id of commit.verifyAgain?.bookingIds ?? []) {
      const booking = this.bookings.find((it) => it.id === id)
      if (booking?.state === 'booked') booking.verifyAt = commit.verifyAgain?.at ?? null
    }
    this.activities.push(...(commit.activities ?? []))
    this.exchanges.push(...(commit.exchanges ?? []))
    this.#changeConnection(commit, now)
    return 'done'
  }

  #openBookings(): BookingRecord[] {
    return this.bookings.filter((it) => openBookingStates.some((state) => state === it.state))
  }

  #firstBooking(now: Instant): OpenBooking | null {
    const first = firstBooking(this.#openBookings(), now)
    if (first === null) return null
    const { id, state, delivery, mutation, subject } = first
    return { id, state, delivery, mutation, subject, relation: openRelation(first.relation) }
  }

  #firstRelation(): OpenRelation | null {
    const open = this.relations.filter((it) =>
      ['planned', 'sending', 'unknown', 'outdated', 'updating'].includes(it.state),
    )
    const underWay = open.find((it) => it.state === 'sending' || it.state === 'updating')
    const [first] = open.toSorted((left, right) => (left.delivery.nextAt ?? 0) - (right.delivery.nextAt ?? 0))
    const chosen = underWay ?? first
    return chosen === undefined ? null : openRelation(chosen)
  }

  #bookingAt({ id, from, claim }: BookingStepTaken): BookingRecord | null {
    const booking = this.bookings.find((it) => it.id === id)
    const isThere = booking?.state === from && (claim === undefined || booking.delivery.claim === claim)
    return booking !== undefined && isThere ? booking : null
  }

  #relationAt({ id, from, claim }: RelationStepTaken): RelationRecord | null {
    const relation = this.relations.find((it) => it.id === id)
    const isThere = relation?.state === from && (claim === undefined || relation.delivery.claim === claim)
    return relation !== undefined && isThere ? relation : null
  }

  #takeBookingStep(step: BookingStepTaken, at: Instant, intent?: Intent): void {
    const booking = this.#bookingAt(step)
    if (booking === null) return
    booking.state = stateAfter(bookingTransitions, step.from, step.event)
    booking.delivery = { ...booking.delivery, ...step.change }
    booking.changedAt = at
    booking.steps.push(step.event)
    if (step.mutationNumber !== undefined) booking.mutationNumber = step.mutationNumber
    if (booking.state === 'booked') booking.verifyAt = verifyAt(at, this.id)
    if (booking.state === 'verified') booking.verifyAt = null
    if (intent !== undefined) this.intents.push({ ...intent, subject: booking.mutation.invoiceNumber })
  }

  #takeRelationStep(step: RelationStepTaken, at: Instant, intent?: Intent): void {
    const relation = this.#relationAt(step)
    if (relation === null) return
    relation.state = stateAfter(relationTransitions, step.from, step.event)
    relation.delivery = { ...relation.delivery, ...step.change }
    relation.changedAt = at
    const isChange = step.from === 'outdated' || step.from === 'updating'
    relation.steps.push(isChange ? `change ${step.event}` : step.event)
    if (step.content !== undefined) relation.sent = step.content
    if (intent !== undefined) this.intents.push({ ...intent, subject: relation.subject.code })
    if (relation.state === 'present') this.followCustomer(relation, true)
  }

  /** As followCustomer() of plan-relation.ts does. */
  followCustomer(relation: RelationRecord, alsoChanges: boolean): void {
    const { state } = relation
    const isOutdated = alsoChanges && (state === 'present' || state === 'update_rejected')
    if (state !== 'rejected' && !isOutdated) return
    if (isSameContent(relation.sent, relation.content)) return
    relation.state = stateAfter(relationTransitions, state, 'customer_changed')
    const afresh = { nextAt: null, attempts: 0, failingSince: null, cause: null, causeCode: null }
    relation.delivery = { ...relation.delivery, ...afresh }
  }

  /** A booking that was refused when it was planned, with its entry in the log. */
  noteRefusal(booking: BookingRecord): void {
    booking.steps.push('refused')
    const reason = { cause: 'relation_not_accepted' as const, serviceCode: null }
    this.activities.push(
      invoiceEntry('invoice_not_booked', booking.subject, { at: booking.changedAt, reason }),
    )
  }

  /** As freeBookingsOfRelation() does on PostgreSQL. */
  freeBookings(relationId: string): void {
    for (const booking of this.bookings) {
      const isHeld = booking.state === 'rejected' && booking.delivery.cause === 'relation_not_accepted'
      if (booking.relation.id !== relationId || !isHeld) continue
      booking.state = 'planned'
      booking.delivery = { ...booking.delivery, nextAt: null, cause: null, causeCode: null }
    }
  }

  #changeConnection({ at, pause, tested }: Commit, now: Instant): void {
    const { connection } = this
    if (tested?.codesVersion === connection.codesVersion) {
      if (connection.testRequestedAt === tested.requestedAt) connection.testRequestedAt = null
      connection.nextTestAt = tested.nextTestAt
      if (tested.cause === null) {
        if (connection.state === 'paused') connection.activeSince = at
        connection.state = 'active'
        connection.pausedCause = null
      }
    }
    if (pause == null || pause.codesVersion !== connection.codesVersion) return
    if (connection.state === 'active') this.pausedAt.push(now)
    connection.state = 'paused'
    connection.pausedCause = pause.cause
    connection.nextTestAt = pause.nextTestAt
  }
}

function openRelation({ id, state, delivery, subject, content }: RelationRecord): OpenRelation {
  return { id, state, delivery, subject, content }
}
