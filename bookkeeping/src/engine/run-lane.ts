import type { BooksSource } from '../ports/books-source.ts'
import type { Chance } from '../ports/chance.ts'
import type { Clock, Instant } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { LaneConnection, LaneView, Store } from '../ports/store.ts'
import { type Breaker, breakerAfterFailure, breakerAfterSuccess, isCallAllowed } from '../retries/breaker.ts'
import { chooseWork, type Work } from './choose-work.ts'
import type { Claim } from './claim.ts'
import { lookedUpInVain } from './look-up-booking.ts'
import { perform } from './perform.ts'
import { recoverBooking, recoverRelation } from './recover.ts'
import { recordTest } from './test-connection.ts'
import type { Worked } from './turn.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'

export type LaneDependencies = {
  readonly store: Store
  readonly books: BooksSource
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly unknowns: UnknownOutcomes
}

/** How a worker looks after the lanes it runs. */
export type LaneWatch = {
  /** Asked before each piece of work: whether to go on with this lane, or to make room. */
  mayGoOn(stepsDone: number): boolean
  /** Told after each piece of work in which the service was asked something. */
  onHealth(health: 'worked' | 'failed', organizationId: string): void
}

/**
 * Works for one administration, one call at a time, until nothing is due, it must make room, or its claim ends.
 * Then gives the lane back. An exception leaves the lane to its lease: whoever comes next finds what was begun.
 */
export async function runLane(claim: Claim, dependencies: LaneDependencies, watch: LaneWatch): Promise<void> {
  const { clock, store } = dependencies
  let breaker = claim.lane.breaker
  for (let steps = 0; claim.isValid() && watch.mayGoOn(steps); steps += 1) {
    const now = clock.now()
    if (!isCallAllowed(breaker, now)) break
    const view = await store.look(claim.lane, now)
    if (view !== null) dependencies.unknowns.seen(view, clock.monotonic())
    const work = view === null ? null : chooseWork(view, now)
    if (view === null || work === null) break
    const worked = await workOn(claim, view, work, dependencies)
    if (worked.committed === 'lane_lost') return
    if (worked.health !== null) {
      breaker = breakerAfter(breaker, worked.health, clock.now())
      watch.onHealth(worked.health, claim.lane.organizationId)
    }
  }
  if (!claim.isValid()) return
  const now = clock.now()
  const notBefore = isCallAllowed(breaker, now) ? null : breaker.openUntil
  await store.releaseLane(claim.lane, { now, notBefore, breaker })
}

function breakerAfter(breaker: Breaker, health: 'worked' | 'failed', now: Instant): Breaker {
  return health === 'worked' ? breakerAfterSuccess() : breakerAfterFailure(breaker, now)
}

async function workOn(
  claim: Claim,
  view: LaneView,
  work: Work,
  dependencies: LaneDependencies,
): Promise<Worked> {
  const turn = { ...dependencies, claim, connection: view.connection }
  // What was begun is settled first, and needs no books for it.
  if (work.kind === 'recover_booking') return recoverBooking(turn, work.booking)
  if (work.kind === 'recover_relation') return recoverRelation(turn, work.relation)
  const booksId = booksOfWork(work, view.connection)
  const opened = await dependencies.books.booksOf(claim.lane, view.connection, booksId)
  if (opened.ok) return perform({ ...turn, books: opened.books }, work)
  const { failure } = opened
  const isFormer = work.kind === 'look_up_booking' && booksId !== view.connection.booksId
  const worked = isFormer
    ? await lookedUpInVain(turn, work.booking, { failure, exchanges: [] })
    : await recordTest(turn, 'codes_unreadable', [], failure)
  // The service was not asked anything, so this tells nothing of how it does.
  return { ...worked, health: null }
}

/** Everything is done in the linked books, but for looking up what was sent to others. */
function booksOfWork(work: Work, connection: LaneConnection): string {
  return work.kind === 'look_up_booking' ? work.booking.booksId : connection.booksId
}
