import {
  type BookingStep,
  type ConnectionRow,
  changeBooking,
  changeBookingStatement,
  changeConnection,
  changeRelationStatement,
  connectionReading,
  DatabaseError,
  executeLast,
  executeTogether,
  findConnection,
  followRelationCode,
  freeCreditNotes,
  lockActivities,
  offerBookingsAgain,
  putOffHeldBookings,
  putOffVerification,
  type RelationStep,
  recordActivitiesStatement,
  recordActivity,
  type Together,
  type Transaction,
} from '@stella/database'
import { connectionEntry, type Reason } from '../activities/activity-entries.ts'
import { bookingTransitions } from '../bookings/booking-states.ts'
import { bringAlong } from '../bookings/bring-along.ts'
import { verifyAt } from '../bookings/verification.ts'
import { causesOfCredits, causesOfNotBooked, isCauseCode } from '../causes/causes.ts'
import { asksSomethingElse, type Pause } from '../connections/pause.ts'
import { restartedDelivery } from '../deliveries/delivery.ts'
import { stateAfter } from '../deliveries/transitions.ts'
import type { Instant } from '../ports/clock.ts'
import type { Notices } from '../ports/notices.ts'
import type { BookingStepTaken, Commit, RelationStepTaken } from '../ports/store.ts'
import { catchUpWithCustomer, freeBookingsOfRelation, missRelation } from '../relations/plan-relation.ts'
import { relationTransitions } from '../relations/relation-states.ts'
import { deliveryColumns } from './columns.ts'
import { exchangeStatements } from './exchange-statements.ts'
import { writeAccounts } from './write-accounts.ts'
import { writeReadings } from './write-readings.ts'

/**
 * Writes everything of a decision. With `findsConnection` it gives the connection as it was then, once the transaction
 * is over, for whoever goes on right after; a commit that changes it must not ask so.
 *
 * @throws DatabaseError `superseded`, if not before then by the commit, when a row is no longer where its step
 *   starts; nothing of it may then stay.
 */
export async function writeCommit(
  tx: Transaction,
  write: { organizationId: string; commit: Commit; notices: Notices; findsConnection: boolean },
): Promise<{ readonly connection: Promise<ConnectionRow | null> }> {
  const { organizationId, commit, notices, findsConnection } = write
  const together = await writtenTogether(tx, organizationId, commit, findsConnection)
  if (isAllTogether(commit)) return { connection: (await executeLast(tx, together)).found }
  const connection = Promise.resolve(await executeTogether(tx, together))
  await writeOthers(tx, organizationId, commit)
  await writeReadings(tx, commit)
  await writeConnection(tx, organizationId, commit, notices)
  await writeAccounts(tx, commit)
  return { connection }
}

/** What of a commit is written together; with anything else in it, more follows in its transaction. */
const partsTogether: ReadonlySet<string> = new Set([
  'at',
  'booksId',
  'booking',
  'intent',
  'finishes',
  'exchanges',
  'activities',
  'about',
] satisfies (keyof Commit)[])

function isAllTogether(commit: Commit): boolean {
  const isAlone = Object.entries(commit).every(([key, value]) => value == null || partsTogether.has(key))
  return isAlone && commit.booking !== undefined && !isPlannedAgain(commit)
}

/** The steps with what was said and what the log says of it: one statement, as it stands between two calls. */
async function writtenTogether(
  tx: Transaction,
  organizationId: string,
  commit: Commit,
  findsConnection: boolean,
): Promise<Together<ConnectionRow>> {
  const at = new Date(commit.at)
  const { activities = [], booking, booksId, relation } = commit
  const steps = [
    ...(booking === undefined
      ? []
      : [changeBookingStatement(tx, bookingStep(organizationId, { ...booking, booksId }, at))]),
    ...(relation === undefined
      ? []
      : [changeRelationStatement(tx, relationStep({ ...relation, booksId }, at))]),
  ]
  if (activities.length > 0) await lockActivities(tx)
  const statements = [
    ...steps,
    ...exchangeStatements(tx, commit),
    ...(activities.length === 0 ? [] : [recordActivitiesStatement(tx, activities)]),
  ]
  const reading = findsConnection ? connectionReading(tx) : undefined
  return { statements, required: steps.length, reading }
}

async function writeOthers(tx: Transaction, organizationId: string, commit: Commit): Promise<void> {
  const at = new Date(commit.at)
  for (const step of commit.verified ?? []) {
    if (!(await changeBooking(tx, bookingStep(organizationId, { ...step, booksId: commit.booksId }, at))))
      throw new DatabaseError('superseded')
  }
  for (const { code, relationId } of commit.followed ?? []) {
    await followRelationCode(tx, { relationId, booksId: commit.booksId, code })
  }
  if (commit.verifyAgain !== undefined) {
    const { bookingIds, at: again } = commit.verifyAgain
    await putOffVerification(tx, { bookingIds, booksId: commit.booksId, at: new Date(again) })
  }
  if (commit.relation !== undefined) await writeEffects(tx, commit.relation, commit)
  if (isPlannedAgain(commit)) await bringToLinkedBooks(tx, commit)
  const { booksId, freesCreditsOf: invoiceId, heldBy, relationMissed } = commit
  if (invoiceId !== undefined) {
    const waiting = { causes: causesOfCredits, notBooked: causesOfNotBooked }
    await freeCreditNotes(tx, { invoiceId, booksId, ...waiting, at })
  }
  if (relationMissed !== undefined) await missRelation(tx, { ...relationMissed, booksId }, at)
  if (heldBy !== undefined) await writeHolding(tx, { ...heldBy, booksId }, at)
}

type InBooks = { readonly booksId: string }

function bookingStep(organizationId: string, step: BookingStepTaken & InBooks, at: Date): BookingStep {
  const to = stateAfter(bookingTransitions, step.from, step.event)
  const isBooked = to === 'booked' && step.from !== 'booked'
  const readBackAt = new Date(verifyAt(at.getTime(), organizationId))
  return {
    id: step.id,
    booksId: step.booksId,
    from: step.from,
    to,
    ...(step.claim === undefined ? {} : { claim: step.claim }),
    at,
    set: {
      ...deliveryColumns(step.change),
      ...(step.mutation === undefined ? {} : { mutation: JSON.stringify(step.mutation) }),
      ...(step.mutationNumber === undefined ? {} : { mutation_number: BigInt(step.mutationNumber) }),
      ...(isBooked ? { booked_at: at } : {}),
      ...(to === 'booked' ? { verify_at: readBackAt } : {}),
      ...(to === 'verified' ? { verified_at: at, verify_at: null } : {}),
    },
  }
}

function relationStep(step: RelationStepTaken & InBooks, at: Date): RelationStep {
  return {
    id: step.id,
    booksId: step.booksId,
    from: step.from,
    to: stateAfter(relationTransitions, step.from, step.event),
    ...(step.claim === undefined ? {} : { claim: step.claim }),
    at,
    set: {
      ...deliveryColumns(step.change),
      ...(step.content === undefined ? {} : { content: JSON.stringify(step.content) }),
      ...(step.idInBooks === undefined ? {} : { id_in_books: BigInt(step.idInBooks) }),
      ...(step.code === undefined ? {} : { code: step.code }),
      ...(step.changing === undefined ? {} : { changing: JSON.stringify(step.changing) }),
    },
  }
}

/** What follows from a relation's step for others. */
async function writeEffects(tx: Transaction, step: RelationStepTaken, commit: Commit): Promise<void> {
  const at = new Date(commit.at)
  const to = stateAfter(relationTransitions, step.from, step.event)
  if (to === 'present') await catchUpWithCustomer(tx, step.id, at)
  if (commit.freesBookings === true) await freeBookingsOfRelation(tx, step.id, at)
}

/** Certainly not there after all, which does not happen between two calls that work. */
function isPlannedAgain({ booking }: Commit): boolean {
  if (booking?.from !== 'sending' && booking?.from !== 'unknown') return false
  return stateAfter(bookingTransitions, booking.from, booking.event) === 'planned'
}

/** Other books may have been linked while it was being sent, or looked up; what then stands nowhere goes there. */
async function bringToLinkedBooks(tx: Transaction, { at, booking, booksId }: Commit): Promise<void> {
  const connection = await findConnection(tx)
  if (booking === undefined || connection === null || connection.books_id === booksId) return
  await bringAlong(tx, { bookingId: booking.id, state: 'planned', to: connection.books_id, at: new Date(at) })
}

/** A fact about the administration is one fact: all that it holds back wait until then, or go on together. */
async function writeHolding(
  tx: Transaction,
  { cause, tryAt, booksId }: NonNullable<Commit['heldBy']> & { readonly booksId: string },
  at: Date,
): Promise<void> {
  if (tryAt !== null) return putOffHeldBookings(tx, { booksId, cause, until: new Date(tryAt) })
  const to = stateAfter(bookingTransitions, 'rejected', 'offered_again')
  const set = deliveryColumns(restartedDelivery)
  await offerBookingsAgain(tx, { from: 'rejected', to, booksId, cause, set, at })
}

/** What was learnt with older codes says nothing about the present ones. */
async function writeConnection(
  tx: Transaction,
  organizationId: string,
  commit: Commit,
  notices: Notices,
): Promise<void> {
  const { at, pause, tested } = commit
  if (tested !== undefined) {
    const { codesVersion } = tested
    await changeConnection(
      tx,
      { from: ['active', 'paused'], codesVersion },
      {
        tested_at: new Date(at),
        test_cause: tested.cause,
        next_test_at: new Date(tested.nextTestAt),
      },
    )
    if (tested.requestedAt !== null) {
      const answered = {
        from: ['active', 'paused'],
        codesVersion,
        testRequestedAt: new Date(tested.requestedAt),
      }
      await changeConnection(tx, answered, { test_requested_at: null })
    }
    if (tested.cause === null) {
      const active = { state: 'active', paused_cause: null, resumed_at: new Date(at) }
      const resumes = await changeConnection(tx, { from: ['paused'], codesVersion }, active)
      if (resumes) await recordOfConnection(tx, 'connection_resumed', { at })
    }
  }
  if (pause != null && (await pauseConnection(tx, pause, at))) {
    const reason = { cause: pause.cause, serviceCode: null }
    await recordOfConnection(tx, 'connection_paused', { at, reason })
    await notices.connectionPaused(tx, { organizationId, cause: pause.cause, at })
  }
}

/** Whether people must hear of it: it begins now, or another cause asks something else of them. */
async function pauseConnection(tx: Transaction, pause: Pause, at: Instant): Promise<boolean> {
  const { cause, codesVersion } = pause
  const before = await findConnection(tx)
  const paused = { paused_cause: cause, next_test_at: new Date(pause.nextTestAt) }
  if (await changeConnection(tx, { from: ['paused'], codesVersion }, paused)) {
    const causeBefore = before?.paused_cause
    return !isCauseCode(causeBefore) || asksSomethingElse(causeBefore, cause)
  }
  const begins = { state: 'paused', paused_at: new Date(at), ...paused }
  return changeConnection(tx, { from: ['active'], codesVersion }, begins)
}

async function recordOfConnection(
  tx: Transaction,
  kind: 'connection_paused' | 'connection_resumed',
  extra: { at: Instant; reason?: Reason },
): Promise<void> {
  const connection = await findConnection(tx)
  if (connection === null) return
  await recordActivity(tx, connectionEntry(kind, connection.id, extra))
}
