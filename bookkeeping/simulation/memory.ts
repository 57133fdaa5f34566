import { type ActivityEntry, invoiceEntry } from '../src/activities/activity-entries.ts'
import { bookingTransitions, openBookingStates } from '../src/bookings/booking-states.ts'
import { VERIFY_BATCH, verifyAt } from '../src/bookings/verification.ts'
import { type CauseCode, causesOfBooks } from '../src/causes/causes.ts'
import { newDelivery } from '../src/deliveries/delivery.ts'
import { stateAfter } from '../src/deliveries/transitions.ts'
import { firstBooking, waitOverAt } from '../src/engine/first-booking.ts'
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
import { isSameContent } from '../src/relations/relation-content.ts'
import { causeOfHolding, openRelationStates, relationTransitions } from '../src/relations/relation-states.ts'
import { closedBreaker } from '../src/retries/breaker.ts'
import { ChosenByBooks } from './chosen-by-books.ts'
import { type ConnectionRecord, changeConnection, firstConnection, linkedAnew } from './memory-connection.ts'
import {
  changeHolding,
  earliest,
  freeBookings,
  freeCreditNotes,
  heldBookingDue,
  heldBookingsToTry,
  missRelation,
  nameOfStep,
} from './memory-holding.ts'
import {
  type BookingRecord,
  type CustomerRecord,
  followCodes,
  type LaneRecord,
  noteStep,
  openBooking,
  openRelation,
  plannedRelation,
  type RelationRecord,
  unverifiedBooking,
} from './memory-records.ts'

/** The rows of one organization, changed as the statements on PostgreSQL change them: all of a commit or nothing. */
export class OrganizationMemory {
  readonly id: string
  readonly bookings: BookingRecord[] = []
  readonly relations: RelationRecord[] = []
  readonly activities: ActivityEntry[] = []
  readonly exchanges: Exchange[] = []
  /** Writing calls that were announced, by what they are about. */
  readonly intents: (Intent & { readonly subject: string; readonly booksId: string })[] = []
  /** Which codes are kept, by the books they open. */
  readonly codes = new Map<string, number>()
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
  /** All that it was to be paused for. */
  readonly pausedFor = new Set<CauseCode>()
  /** What was chosen in each of the books. */
  readonly chosen = new ChosenByBooks()
  connection: ConnectionRecord
  /** When codes were last entered, by the true time. */
  linkedAt: Instant = Number.NEGATIVE_INFINITY

  constructor(id: string, booksId: string, now: Instant) {
    this.id = id
    this.codes.set(booksId, 1)
    this.connection = firstConnection(booksId, now)
  }

  markDue(now: Instant): void {
    this.lane.nextAt = Math.min(this.lane.nextAt ?? now, now)
  }

  look(now: Instant): LaneView {
    const unverified = this.#ofLinkedBooks(this.bookings).filter(
      (it) => it.state === 'booked' && it.verifyAt !== null,
    )
    const due = unverified.filter((it) => (it.verifyAt ?? 0) <= now).slice(0, VERIFY_BATCH)
    return {
      connection: { id: this.id, ...this.connection },
      booking: this.#firstBooking(now),
      former: this.#formerBooking(),
      relation: this.#firstRelation(),
      waitOverAt: waitOverAt(this.#ofLinkedBooks(this.#openBookings()), now),
      held: heldBookingDue(this.#ofLinkedBooks(this.bookings), now),
      heldTryAt: earliest(
        heldBookingsToTry(this.#ofLinkedBooks(this.bookings)).map((it) => it.delivery.nextAt),
      ),
      unverified: due.map(unverifiedBooking),
      verifyAt: earliest(unverified.map((it) => it.verifyAt)),
    }
  }

  /** Whether every guard holds; then all of it is written. `now` is the true time, for the checks. */
  commit(commit: Commit, now: Instant): Committed {
    const steps = [...(commit.booking === undefined ? [] : [commit.booking]), ...(commit.verified ?? [])]
    if (!steps.every((step) => this.#bookingAt(step, commit) !== null)) return 'superseded'
    if (commit.relation !== undefined && this.#relationAt(commit.relation, commit) === null)
      return 'superseded'
    for (const step of steps) this.#takeBookingStep(step, commit)
    if (commit.relation !== undefined) this.#takeRelationStep(commit.relation, commit)
    if (commit.relation !== undefined && commit.freesBookings) this.freeBookings(commit.relation.id)
    missRelation(this.relations, commit, commit.at)
    followCodes(this.relations, commit)
    changeHolding(this.bookings, commit)
    freeCreditNotes(this.bookings, commit)
    for (const id of commit.verifyAgain?.bookingIds ?? []) {
      const booking = this.bookings.find((it) => it.id === id)
      if (booking?.state === 'booked' && booking.booksId === commit.booksId)
        booking.verifyAt = commit.verifyAgain?.at ?? null
    }
    this.activities.push(...(commit.activities ?? []))
    this.exchanges.push(...(commit.exchanges ?? []))
    if (commit.pause != null) this.pausedFor.add(commit.pause.cause)
    if (changeConnection(this.connection, commit)) this.pausedAt.push(now)
    return 'done'
  }

  #openBookings(): BookingRecord[] {
    return this.bookings.filter((it) => openBookingStates.some((state) => state === it.state))
  }

  #firstBooking(now: Instant): OpenBooking | null {
    const underWay = this.bookings.find((it) => it.state === 'sending')
    const first = underWay ?? firstBooking(this.#ofLinkedBooks(this.#openBookings()), now)
    return first === null ? null : openBooking(first)
  }

  /** As findFormerBooking() does. */
  #formerBooking(): OpenBooking | null {
    const former = this.bookings.filter(
      (it) => it.state === 'unknown' && it.booksId !== this.connection.booksId,
    )
    const [first] = former.toSorted(
      (left, right) => (left.delivery.nextAt ?? 0) - (right.delivery.nextAt ?? 0),
    )
    return first === undefined ? null : openBooking(first)
  }

  #ofLinkedBooks<Row extends { readonly booksId: string }>(rows: readonly Row[]): Row[] {
    return rows.filter((it) => it.booksId === this.connection.booksId)
  }

  #firstRelation(): OpenRelation | null {
    const open = this.relations.filter((it) => openRelationStates.some((state) => state === it.state))
    const underWay = open.find((it) => it.state === 'sending' || it.state === 'updating')
    const [first] = this.#ofLinkedBooks(open).toSorted(
      (left, right) => (left.delivery.nextAt ?? 0) - (right.delivery.nextAt ?? 0),
    )
    const chosen = underWay ?? first
    return chosen === undefined ? null : openRelation(chosen)
  }

  #bookingAt({ id, from, claim }: BookingStepTaken, { booksId }: Commit): BookingRecord | null {
    const booking = this.bookings.find((it) => it.id === id && it.booksId === booksId)
    const isThere = booking?.state === from && (claim === undefined || booking.delivery.claim === claim)
    return booking !== undefined && isThere ? booking : null
  }

  #relationAt({ id, from, claim }: RelationStepTaken, { booksId }: Commit): RelationRecord | null {
    const relation = this.relations.find((it) => it.id === id && it.booksId === booksId)
    const isThere = relation?.state === from && (claim === undefined || relation.delivery.claim === claim)
    return relation !== undefined && isThere ? relation : null
  }

  #takeBookingStep(step: BookingStepTaken, commit: Commit): void {
    const { at, booksId, intent } = commit
    const booking = this.#bookingAt(step, commit)
    if (booking === null) return
    booking.state = stateAfter(bookingTransitions, step.from, step.event)
    booking.steps.push(nameOfStep(booking, step))
    booking.delivery = { ...booking.delivery, ...step.change }
    booking.changedAt = at
    if (step.mutation !== undefined) booking.mutation = step.mutation
    if (step.mutationNumber !== undefined) booking.mutationNumber = step.mutationNumber
    if (booking.state === 'planned' && booksId !== this.connection.booksId) this.move(booking, at)
    if (booking.state === 'booked') booking.verifyAt = verifyAt(at, this.id)
    if (booking.state === 'verified') booking.verifyAt = null
    if (intent !== undefined)
      this.intents.push({ ...intent, booksId, subject: booking.mutation.invoiceNumber })
  }

  #takeRelationStep(step: RelationStepTaken, commit: Commit): void {
    const { at, booksId, intent } = commit
    const relation = this.#relationAt(step, commit)
    if (relation === null) return
    relation.state = stateAfter(relationTransitions, step.from, step.event)
    relation.delivery = { ...relation.delivery, ...step.change }
    relation.changedAt = at
    const isChange = step.from === 'outdated' || step.from === 'updating'
    const isGone = step.from === 'missed' && step.event === 'refused'
    noteStep(relation, isGone ? 'gone' : isChange ? `change ${step.event}` : step.event)
    if (step.content !== undefined) relation.sent = step.content
    if (step.changing !== undefined) relation.changing = step.changing
    if (step.idInBooks !== undefined) relation.idInBooks = step.idInBooks
    if (step.code !== undefined) relation.subject = { ...relation.subject, code: step.code }
    if (intent !== undefined) this.intents.push({ ...intent, booksId, subject: relation.subject.code })
    if (relation.state === 'present') this.followCustomer(relation, true)
  }

  /** As followCustomer() of plan-relation.ts does. */
  followCustomer(relation: RelationRecord, alsoChanges: boolean): void {
    const { state } = relation
    const isOutdated = alsoChanges && (state === 'present' || state === 'update_rejected')
    if (state !== 'rejected' && !isOutdated) return
    const isConfirmed = state !== 'present' || relation.changing.length === 0
    if (isConfirmed && isSameContent(relation.sent, relation.customer.content)) return
    relation.state = stateAfter(relationTransitions, state, 'customer_changed')
    const afresh = { nextAt: null, attempts: 0, failingSince: null, cause: null, causeCode: null }
    relation.delivery = { ...relation.delivery, ...afresh }
  }

  /** The relation of a customer in the linked books, planned if it is not there yet. */
  relationOf(customer: CustomerRecord, now: Instant): RelationRecord {
    const { booksId } = this.connection
    const known = this.relations.find((it) => it.booksId === booksId && it.customer === customer)
    if (known !== undefined) return known
    const relation = plannedRelation(booksId, customer, now)
    this.relations.push(relation)
    return relation
  }

  /** As linkBooks() does: new codes, and perhaps other books than before. */
  link(booksId: string, now: Instant): void {
    const from = this.connection.booksId
    this.connection = linkedAnew(
      this.connection,
      { booksId, usualAccounts: this.chosen.ofBooks(booksId) },
      now,
    )
    this.codes.set(booksId, this.connection.codesVersion)
    if (from !== booksId) for (const it of this.bookings) if (it.booksId === from) this.move(it, now)
    for (const relation of this.#ofLinkedBooks(this.relations)) {
      this.followCustomer(
        relation,
        this.bookings.some((it) => it.relation === relation),
      )
    }
    this.forgetFormerCodes()
    this.markDue(now)
  }

  /** As moveBookings() does, and moveBooking() for one that is offered again. */
  move(booking: BookingRecord, now: Instant, isOffered = false): void {
    const { cause, causeCode } = booking.delivery
    const standsNowhere = booking.state === 'planned' || booking.state === 'rejected'
    if (!standsNowhere || booking.mutationNumber !== null) return
    const isOfBooks = cause !== null && causesOfBooks.includes(cause)
    const waits = isOffered || booking.state === 'planned' || isOfBooks
    booking.booksId = this.connection.booksId
    booking.relation = this.relationOf(booking.relation.customer, now)
    booking.state = waits ? 'planned' : 'rejected'
    booking.delivery = waits ? newDelivery : { ...newDelivery, cause, causeCode }
    booking.changedAt = now
    this.chosen.putOn(booking)
  }

  /** As deleteFormerSecrets() does. */
  forgetFormerCodes(): void {
    for (const booksId of [...this.codes.keys()]) {
      const isUnsettled = this.bookings.some(
        (it) => it.booksId === booksId && (it.state === 'sending' || it.state === 'unknown'),
      )
      if (booksId !== this.connection.booksId && !isUnsettled) this.codes.delete(booksId)
    }
  }

  /** A booking that was refused when it was planned, with its entry in the log. */
  noteRefusal(booking: BookingRecord): void {
    booking.steps.push('refused')
    const reason = { cause: causeOfHolding(booking.relation.state), serviceCode: null }
    this.activities.push(
      invoiceEntry('invoice_not_booked', booking.subject, { at: booking.changedAt, reason }),
    )
  }

  freeBookings(relationId: string): void {
    freeBookings(this.bookings, relationId)
  }
}
