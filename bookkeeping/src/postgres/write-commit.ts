import {
  type BookingStep,
  changeBooking,
  changeBookingStatement,
  changeConnection,
  changeRelationStatement,
  executeTogether,
  findConnection,
  lockActivities,
  putOffVerification,
  type RelationStep,
  recordActivitiesStatement,
  recordActivity,
  type Transaction,
} from '@stella/database'
import { connectionEntry } from '../activities/activity-entries.ts'
import { bookingTransitions } from '../booking/booking-states.ts'
import type { Pause } from '../connection/pause.ts'
import { stateAfter } from '../delivery/transitions.ts'
import { verifyAt } from '../policy/verification.ts'
import type { Instant } from '../ports/clock.ts'
import type { Notices } from '../ports/notices.ts'
import type { BookingStepTaken, Commit, RelationStepTaken } from '../ports/store.ts'
import { catchUpWithCustomer, freeBookingsOfRelation } from '../relation/plan-relation.ts'
import { relationTransitions } from '../relation/relation-states.ts'
import { deliveryColumns } from './columns.ts'
import { exchangeStatements } from './exchange-statements.ts'
import { Superseded } from './superseded.ts'

/**
 * Writes everything of a decision.
 *
 * @throws Superseded when a row is no longer where its step starts; nothing of it may then stay.
 */
export async function writeCommit(
  tx: Transaction,
  organizationId: string,
  commit: Commit,
  notices: Notices,
): Promise<'done'> {
  const at = new Date(commit.at)
  await writeTogether(tx, organizationId, commit)
  for (const step of commit.verified ?? []) {
    if (!(await changeBooking(tx, bookingStep(organizationId, step, at)))) throw new Superseded()
  }
  if (commit.verifyAgain !== undefined) {
    await putOffVerification(tx, commit.verifyAgain.bookingIds, new Date(commit.verifyAgain.at))
  }
  if (commit.relation !== undefined) await writeEffects(tx, commit.relation, commit)
  await writeConnection(tx, organizationId, commit, notices)
  return 'done'
}

/** The steps with what was said and what the log says of it: one statement, as it stands between two calls. */
async function writeTogether(tx: Transaction, organizationId: string, commit: Commit): Promise<void> {
  const at = new Date(commit.at)
  const { activities = [], booking, relation } = commit
  const steps = [
    ...(booking === undefined ? [] : [changeBookingStatement(tx, bookingStep(organizationId, booking, at))]),
    ...(relation === undefined ? [] : [changeRelationStatement(tx, relationStep(relation, at))]),
  ]
  if (activities.length > 0) await lockActivities(tx)
  const changed = await executeTogether(tx, [
    ...steps,
    ...exchangeStatements(tx, commit),
    ...(activities.length === 0 ? [] : [recordActivitiesStatement(tx, activities)]),
  ])
  if (changed.slice(0, steps.length).includes(0)) throw new Superseded()
}

function bookingStep(organizationId: string, step: BookingStepTaken, at: Date): BookingStep {
  const to = stateAfter(bookingTransitions, step.from, step.event)
  const isBooked = to === 'booked' && step.from !== 'booked'
  const readBackAt = new Date(verifyAt(at.getTime(), organizationId))
  return {
    id: step.id,
    from: step.from,
    to,
    ...(step.claim === undefined ? {} : { claim: step.claim }),
    at,
    set: {
      ...deliveryColumns(step.change),
      ...(step.mutationNumber === undefined ? {} : { mutation_number: BigInt(step.mutationNumber) }),
      ...(isBooked ? { booked_at: at } : {}),
      ...(to === 'booked' ? { verify_at: readBackAt } : {}),
      ...(to === 'verified' ? { verified_at: at, verify_at: null } : {}),
    },
  }
}

function relationStep(step: RelationStepTaken, at: Date): RelationStep {
  return {
    id: step.id,
    from: step.from,
    to: stateAfter(relationTransitions, step.from, step.event),
    ...(step.claim === undefined ? {} : { claim: step.claim }),
    at,
    set: {
      ...deliveryColumns(step.change),
      ...(step.content === undefined ? {} : { content: JSON.stringify(step.content) }),
      ...(step.booksId === undefined ? {} : { books_id: BigInt(step.booksId) }),
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

/** What was learnt with older codes says nothing about the present ones. */
async function writeConnection(
  tx: Transaction,
  organizationId: string,
  commit: Commit,
  notices: Notices,
): Promise<void> {
  const { pause, tested } = commit
  if (tested !== undefined) {
    const { codesVersion } = tested
    await changeConnection(
      tx,
      { from: ['active', 'paused'], codesVersion },
      {
        tested_at: new Date(commit.at),
        test_cause: tested.cause,
        test_requested_at: null,
        next_test_at: new Date(tested.nextTestAt),
      },
    )
    if (tested.cause === null) {
      await changeConnection(
        tx,
        { from: ['paused'], codesVersion },
        { state: 'active', paused_cause: null, resumed_at: new Date(commit.at) },
      )
    }
  }
  if (pause == null) return
  if (await pauseConnection(tx, pause, commit.at)) {
    await notices.connectionPaused(tx, { organizationId, cause: pause.cause, at: commit.at })
  }
}

/** Whether it goes from active to paused now; a pause that only gets another cause goes on unnoticed. */
async function pauseConnection(tx: Transaction, pause: Pause, at: Instant): Promise<boolean> {
  const { cause, codesVersion } = pause
  const paused = { paused_cause: cause, next_test_at: new Date(pause.nextTestAt) }
  await changeConnection(tx, { from: ['paused'], codesVersion }, paused)
  const begins = { state: 'paused', paused_at: new Date(at), ...paused }
  if (!(await changeConnection(tx, { from: ['active'], codesVersion }, begins))) return false
  const connection = await findConnection(tx)
  if (connection === null) return false
  const reason = { cause, serviceCode: null }
  await recordActivity(tx, connectionEntry('connection_paused', 'failure', connection.id, { at, reason }))
  return true
}
