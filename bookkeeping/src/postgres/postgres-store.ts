import {
  announceActivities,
  type ConnectionRow,
  claimLanes,
  type Database,
  holdLane,
  inOrganization,
  releaseLane,
  renewLanes,
} from '@stella/database'
import { forgetFormerCodes } from '../connections/forget-former-codes.ts'
import { nextDue } from '../engine/next-due.ts'
import { type Notices, noNotices } from '../ports/notices.ts'
import type { Commit, Store } from '../ports/store.ts'
import { dateOf, instantOf } from './columns.ts'
import { lookAtLane, lookForWork } from './look-at-lane.ts'
import { ReadAhead } from './read-ahead.ts'
import { readingStore } from './reading-store.ts'
import { Superseded } from './superseded.ts'
import { writeCommit } from './write-commit.ts'

/**
 * The engine's memory in PostgreSQL. The database must be opened with the role `stella_worker`.
 *
 * @param notices hears, within its transaction, what people must be told; by default nobody is told anything
 */
export function postgresStore(database: Database, notices: Notices = noNotices): Store {
  const readAhead = new ReadAhead(database)
  return {
    ...readingStore(database),

    async claimLanes({ worker, now, leaseUntil, limit }) {
      const lanes = await claimLanes(database.kysely, {
        worker,
        now: new Date(now),
        leaseUntil: new Date(leaseUntil),
        limit,
      })
      return lanes.map((lane) => ({
        organizationId: lane.organizationId,
        token: lane.leaseToken,
        breaker: { failuresInRow: lane.failuresInRow, openUntil: instantOf(lane.closedUntil) },
        ...(lane.leaseWasVoid ? { leaseWasVoid: true as const } : {}),
      }))
    },

    renewLanes(lanes, leaseUntil) {
      const held = lanes.map(({ organizationId, token }) => ({ organizationId, leaseToken: token }))
      return renewLanes(database.kysely, held, new Date(leaseUntil))
    },

    releaseLane(lane, { now, notBefore, breaker, keeps = false }) {
      const { organizationId, token } = lane
      return inOrganization(database, organizationId, async (tx) => {
        // The lane's row first, then a look that sees everything committed until then: the other way round, work
        // that is added in between would wait for ever.
        if (!(await holdLane(tx, { organizationId, leaseToken: token }, { writesLog: false }))) return
        await forgetFormerCodes(tx)
        const view = await lookAtLane(tx, now)
        const due = view === null ? null : nextDue(view, now)
        await releaseLane(tx, {
          organizationId,
          leaseToken: token,
          nextAt: due === null ? null : new Date(Math.max(due, notBefore ?? due)),
          failuresInRow: breaker.failuresInRow,
          closedUntil: dateOf(breaker.openUntil),
          keeps,
        })
      })
    },

    async look(lane, now) {
      const seen = await readAhead.take(lane)
      return seen ?? inOrganization(database, lane.organizationId, (tx) => lookForWork(tx, now))
    },

    async commit(lane, commit) {
      const { organizationId, token } = lane
      const isAwaited = readAhead.isAwaiting(lane, commit)
      const writesLog = mayLog(commit)
      let connection: ConnectionRow | null = null
      const committed = await inOrganization(database, organizationId, async (tx) => {
        const held = await holdLane(tx, { organizationId, leaseToken: token }, { writesLog })
        if (!held) return 'lane_lost'
        connection = await writeCommit(tx, { organizationId, commit, notices, findsConnection: isAwaited })
        return 'done'
      }).catch(supersededOrThrow)
      if (committed !== 'done') return committed
      readAhead.follow(lane, commit, connection)
      if (writesLog) void announceActivities(database, organizationId)
      return committed
    },
  }
}

/** Whether an entry in the log may come of it; the store itself writes those of pausing and resuming. */
function mayLog({ activities = [], pause, tested }: Commit): boolean {
  return activities.length > 0 || pause != null || tested?.cause === null
}

function supersededOrThrow(error: unknown): 'superseded' {
  if (error instanceof Superseded || (error instanceof Error && error.cause instanceof Superseded)) {
    return 'superseded'
  }
  throw error
}
