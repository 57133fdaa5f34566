import {
  changeBooking,
  changeConnection,
  changeRelation,
  findConnection,
  finishExchange,
  insertExchanges,
  putOffVerification,
  recordActivity,
} from '@stella/database'
import { connectionEntry } from '../activities/activity-entries.ts'
import { bookingTransitions } from '../booking/booking-states.ts'
import type { Pause } from '../connection/pause.ts'
import { stateAfter } from '../delivery/transitions.ts'
import { verifyAt } from '../policy/verification.ts'
import type { Exchange } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { Notices } from '../ports/notices.ts'
import type { BookingStepTaken, Commit, RelationStepTaken } from '../ports/store.ts'
import type { Transaction } from '../ports/transaction.ts'
import { catchUpWithCustomer, freeBookingsOfRelation } from '../relation/plan-relation.ts'
import { relationTransitions } from '../relation/relation-states.ts'
import { deliveryColumns } from './columns.ts'
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
  const readBackAt = new Date(verifyAt(commit.at, organizationId))
  if (commit.booking !== undefined) await takeBookingStep(tx, commit.booking, at, readBackAt)
  for (const step of commit.verified ?? []) await takeBookingStep(tx, step, at, readBackAt)
  if (commit.verifyAgain !== undefined) {
    await putOffVerification(tx, commit.verifyAgain.bookingIds, new Date(commit.verifyAgain.at))
  }
  if (commit.relation !== undefined) {
    await takeRelationStep(tx, commit.relation, at)
    if (commit.freesBookings === true) await freeBookingsOfRelation(tx, commit.relation.id, at)
  }
  await writeExchanges(tx, commit)
  for (const entry of commit.activities ?? []) await recordActivity(tx, entry)
  await writeConnection(tx, organizationId, commit, notices)
  return 'done'
}

async function takeBookingStep(
  tx: Transaction,
  step: BookingStepTaken,
  at: Date,
  readBackAt: Date,
): Promise<void> {
  const to = stateAfter(bookingTransitions, step.from, step.event)
  const isBooked = to === 'booked' && step.from !== 'booked'
  const changed = await changeBooking(tx, {
    id: step.id,
    from: step.from,
    to,
    ...(step.claim === undefined ? {} : { claim: step.claim }),
    at,
    set: {
      ...deliveryColumns(step.change),
      ...(step.mutationNumber === undefined ? {} : { mutation_number: BigInt(step.mutationNumber) }),
      ...(isBooked ? { booked_at: at, verify_at: readBackAt } : {}),
      ...(to === 'verified' ? { verified_at: at, verify_at: null } : {}),
    },
  })
  if (!changed) throw new Superseded()
}

async function takeRelationStep(tx: Transaction, step: RelationStepTaken, at: Date): Promise<void> {
  const to = stateAfter(relationTransitions, step.from, step.event)
  const changed = await changeRelation(tx, {
    id: step.id,
    from: step.from,
    to,
    ...(step.claim === undefined ? {} : { claim: step.claim }),
    at,
    set: {
      ...deliveryColumns(step.change),
      ...(step.content === undefined ? {} : { content: JSON.stringify(step.content) }),
      ...(step.booksId === undefined ? {} : { books_id: BigInt(step.booksId) }),
    },
  })
  if (!changed) throw new Superseded()
  if (to === 'present') await catchUpWithCustomer(tx, step.id, at)
}

/** The last call of the intent's operation is the one that was intended; before it a session may have failed. */
async function writeExchanges(tx: Transaction, commit: Commit): Promise<void> {
  const about = { booking_id: commit.about?.bookingId ?? null, relation_id: commit.about?.relationId ?? null }
  const { finishes, intent } = commit
  if (intent !== undefined) {
    await insertExchanges(tx, [
      {
        id: intent.exchangeId,
        operation: intent.operation,
        started_at: new Date(intent.startedAt),
        ...about,
      },
    ])
  }
  const exchanges = [...(commit.exchanges ?? [])]
  if (finishes !== undefined) {
    const last = exchanges.findLastIndex((exchange) => exchange.operation === finishes.operation)
    const [intended] = last < 0 ? [] : exchanges.splice(last, 1)
    await finishExchange(
      tx,
      finishes.exchangeId,
      intended === undefined ? { finished_at: new Date(commit.at), outcome: 'not_sent' } : resultOf(intended),
    )
  }
  await insertExchanges(
    tx,
    exchanges.map((exchange) => ({
      operation: exchange.operation,
      started_at: new Date(exchange.startedAt),
      ...resultOf(exchange),
      ...about,
    })),
  )
}

function resultOf(exchange: Exchange) {
  return {
    finished_at: new Date(exchange.finishedAt),
    outcome: exchange.outcome,
    code: exchange.code,
    http_status: exchange.httpStatus,
    request: exchange.request,
    response: exchange.response,
  }
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
      await changeConnection(tx, { from: ['paused'], codesVersion }, { state: 'active', paused_cause: null })
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
