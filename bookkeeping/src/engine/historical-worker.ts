import { type Database, findHeldLane, renewLanes, takeLane } from '@stella/database'
import { keptBooks } from '../books/kept-books.ts'
import type { OpenBooks } from '../connections/examine-codes.ts'
import type { Seal } from '../encryption/seal.ts'
import type { Chance } from '../ports/chance.ts'
import { type Clock, type Instant, readingOf, systemClock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Notices } from '../ports/notices.ts'
import type { Store } from '../ports/store.ts'
import { instantOf } from '../postgres/columns.ts'
import { postgresStore } from '../postgres/postgres-store.ts'
import { Claim, LEASE_MS, RENEW_EVERY_MS } from './claim.ts'
import { runLane } from './run-lane.ts'
import { UnknownOutcomes } from './unknown-outcomes.ts'

export type HistoricalWorkerOptions = {
  /** Role `stella_worker`. */
  readonly database: Database
  /** The one it works for, which has a connection; all others are left to their own workers. */
  readonly organizationId: string
  /** Its books must be practice books: a quarantine is over here before a real service can have ended its work. */
  readonly openBooks: OpenBooks
  readonly seal: Seal
  readonly clock: HistoricalClock
  readonly chance: Chance
  readonly log: Log
  readonly notices?: Notices
  /** Default: as every worker does. */
  readonly renewEveryMs?: number
}

export type HistoricalWorker = {
  /** Does all that falls due until then, each at its time, and lets it be then. */
  workUntil(at: Instant): Promise<void>
  /** Gives the lane back: from here on other workers go on, by their clocks. */
  stop(): Promise<void>
}

/** A clock that stands in the past, runs on as fast as the machine's, and can be moved on. */
export type HistoricalClock = Clock & {
  /** Lets it be then; never sets it back. */
  moveTo(at: Instant): void
}

export function historicalClock(startsAt: Instant): HistoricalClock {
  let behind = systemClock.now() - startsAt
  const now = () => systemClock.now() - behind
  const fromStart = systemClock.now() - systemClock.monotonic()
  return {
    now,
    monotonic: () => systemClock.monotonic() + fromStart - behind,
    sleep: systemClock.sleep,
    moveTo: (at) => {
      behind -= Math.max(0, at - now())
    },
  }
}

/** Whoever has the lane meanwhile has nothing to do in it, and gives it back within a call. */
const LANE_FREE_WITHIN_MS = 2 * LEASE_MS

/**
 * Works for one organization as if it were another time, so that what takes weeks can be made in seconds: the same
 * engine, its clock handed in. It holds the lane by the real clock as long as it works, so that no worker beside it
 * takes up what it leaves for later.
 */
export async function startHistoricalWorker(options: HistoricalWorkerOptions): Promise<HistoricalWorker> {
  const { clock, database, organizationId } = options
  const leaseToken = await waitForLane(options)
  const held = { organizationId, leaseToken }
  const store = postgresStore(database, options.notices)
  const kept: Store = {
    ...store,
    releaseLane: (lane, closing) => store.releaseLane(lane, { ...closing, keeps: true }),
  }
  const parts = { ...options, store: kept, books: keptBooks(options), unknowns: new UnknownOutcomes() }
  let running: Claim | null = null
  const renewing = setInterval(() => {
    // The clock moves between two claims, so what was asked under one says nothing about the next.
    const asked = { claim: running, at: readingOf(clock) }
    renewLanes(database.kysely, [held], new Date(systemClock.now() + LEASE_MS)).then(
      (lanes) => (lanes.has(organizationId) ? asked.claim?.renewed(asked.at) : asked.claim?.end()),
      (error: unknown) => options.log.warn('lease cannot be renewed', { error: String(error) }),
    )
  }, options.renewEveryMs ?? RENEW_EVERY_MS)

  const stillHeldLane = async () => {
    const lane = await findHeldLane(database.kysely, held)
    if (lane === null) throw new Error('Another worker has taken the lane.')
    const breaker = { failuresInRow: lane.failuresInRow, openUntil: instantOf(lane.closedUntil) }
    return { dueAt: instantOf(lane.nextAt), lane: { organizationId, token: leaseToken, breaker } }
  }

  return {
    async workUntil(at) {
      for (;;) {
        const { dueAt, lane } = await stillHeldLane()
        if (dueAt === null || dueAt > Math.max(at, clock.now())) break
        clock.moveTo(dueAt)
        running = new Claim(lane, clock, readingOf(clock))
        await runLane(running, parts, { mayGoOn: () => true, onHealth: () => {} })
        if (!running.isValid()) throw new Error('The lane was lost.')
      }
      running = null
      clock.moveTo(at)
    },
    async stop() {
      clearInterval(renewing)
      await parts.books.closeAll()
      const { lane } = await stillHeldLane()
      await store.releaseLane(lane, { now: clock.now(), notBefore: null, breaker: lane.breaker })
    },
  }
}

async function waitForLane({ chance, database, organizationId }: HistoricalWorkerOptions): Promise<bigint> {
  const worker = chance.id()
  for (const until = systemClock.monotonic() + LANE_FREE_WITHIN_MS; systemClock.monotonic() < until; ) {
    const taken = await takeLane(database.kysely, { organizationId, worker, leaseMs: LEASE_MS })
    if (taken !== null) return taken.leaseToken
    await systemClock.sleep(50)
  }
  throw new Error(`Organization ${organizationId} has no lane that is free.`)
}
