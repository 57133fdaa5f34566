import type { ActivityEntry, InvoiceSubject, RelationSubject } from '../activities/activity-entries.ts'
import { type BookingState, bookingTransitions, openBookingStates } from '../booking/booking-states.ts'
import type { PlannedMutation } from '../booking/planned-mutation.ts'
import type { CauseCode } from '../causes/causes.ts'
import { type Delivery, newDelivery } from '../delivery/delivery.ts'
import { stateAfter } from '../delivery/transitions.ts'
import { type Breaker, closedBreaker } from '../policy/breaker.ts'
import { VERIFY_BATCH, verifyAt } from '../policy/verification.ts'
import type { Exchange } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type {
  BookingStepTaken,
  Commit,
  Committed,
  LaneView,
  OpenBooking,
  OpenRelation,
  RelationStepTaken,
} from '../ports/store.ts'
import type { RelationContent } from '../relation/relation-content.ts'
import { type RelationState, relationTransitions } from '../relation/relation-states.ts'

export type BookingRecord = {
  readonly id: string
  readonly ordinal: number
  readonly mutation: PlannedMutation
  readonly subject: InvoiceSubject
  readonly relation: RelationRecord
  state: BookingState
  delivery: Delivery
  mutationNumber: number | null
  verifyAt: Instant | null
}

export type RelationRecord = {
  readonly id: string
  readonly subject: RelationSubject
  content: RelationContent
  state: RelationState
  delivery: Delivery
}

export type LaneRecord = {
  nextAt: Instant | null
  leaseUntil: Instant | null
  token: bigint
  breaker: Breaker
}

/** The rows of one organization, changed as the statements on PostgreSQL change them: all of a commit or nothing. */
export class OrganizationMemory {
  readonly id: string
  readonly bookings: BookingRecord[] = []
  readonly relations: RelationRecord[] = []
  readonly activities: ActivityEntry[] = []
  readonly exchanges: Exchange[] = []
  readonly lane: LaneRecord = { nextAt: null, leaseUntil: null, token: 0n, breaker: closedBreaker }
  connection: {
    state: 'active' | 'paused'
    pausedCause: CauseCode | null
    codesVersion: number
    testRequested: boolean
    nextTestAt: Instant
  }

  constructor(id: string, now: Instant) {
    this.id = id
    this.connection = {
      state: 'active',
      pausedCause: null,
      codesVersion: 1,
      testRequested: false,
      nextTestAt: now + 24 * 60 * 60 * 1_000,
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
      booking: this.#firstBooking(),
      relation: this.#firstRelation(),
      unverified: due.map((it) => ({
        id: it.id,
        mutationNumber: it.mutationNumber ?? 0,
        mutation: it.mutation,
        subject: it.subject,
      })),
      verifyAt: verifyTimes.length === 0 ? null : Math.min(...verifyTimes),
    }
  }

  /** Whether every guard holds; then all of it is written. */
  commit(commit: Commit): Committed {
    const steps = [...(commit.booking === undefined ? [] : [commit.booking]), ...(commit.verified ?? [])]
    if (!steps.every((step) => this.#bookingAt(step) !== null)) return 'superseded'
    if (commit.relation !== undefined && this.#relationAt(commit.relation) === null) return 'superseded'
    for (const step of steps) this.#takeBookingStep(step, commit.at)
    if (commit.relation !== undefined) this.#takeRelationStep(commit.relation)
    if (commit.relation !== undefined && commit.freesBookings) this.#freeBookings(commit.relation.id)
    for (const id of commit.verifyAgain?.bookingIds ?? []) {
      const booking = this.bookings.find((it) => it.id === id)
      if (booking?.state === 'booked') booking.verifyAt = commit.verifyAgain?.at ?? null
    }
    this.activities.push(...(commit.activities ?? []))
    this.exchanges.push(...(commit.exchanges ?? []))
    this.#changeConnection(commit)
    return 'done'
  }

  #firstBooking(): OpenBooking | null {
    const open = this.bookings.filter((it) => openBookingStates.some((state) => state === it.state))
    const first = open.find((it) => it.state === 'sending') ?? open[0]
    if (first === undefined) return null
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

  #takeBookingStep(step: BookingStepTaken, at: Instant): void {
    const booking = this.#bookingAt(step)
    if (booking === null) return
    booking.state = stateAfter(bookingTransitions, step.from, step.event)
    booking.delivery = { ...booking.delivery, ...step.change }
    if (step.mutationNumber !== undefined) booking.mutationNumber = step.mutationNumber
    if (booking.state === 'booked') booking.verifyAt = verifyAt(at, this.id)
    if (booking.state === 'verified') booking.verifyAt = null
  }

  #takeRelationStep(step: RelationStepTaken): void {
    const relation = this.#relationAt(step)
    if (relation === null) return
    relation.state = stateAfter(relationTransitions, step.from, step.event)
    relation.delivery = { ...relation.delivery, ...step.change }
  }

  #freeBookings(relationId: string): void {
    for (const booking of this.bookings) {
      const isHeld = booking.state === 'rejected' && booking.delivery.cause === 'relation_not_accepted'
      if (booking.relation.id !== relationId || !isHeld) continue
      booking.state = 'planned'
      booking.delivery = newDelivery
    }
  }

  #changeConnection({ pause, tested }: Commit): void {
    const { connection } = this
    if (tested?.codesVersion === connection.codesVersion) {
      connection.testRequested = false
      connection.nextTestAt = tested.nextTestAt
      if (tested.cause === null) {
        connection.state = 'active'
        connection.pausedCause = null
      }
    }
    if (pause == null || pause.codesVersion !== connection.codesVersion) return
    connection.state = 'paused'
    connection.pausedCause = pause.cause
    connection.nextTestAt = pause.nextTestAt
  }
}

function openRelation({ id, state, delivery, subject, content }: RelationRecord): OpenRelation {
  return { id, state, delivery, subject, content }
}
