import {
  announceActivities,
  claimLanes,
  type Database,
  DatabaseError,
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
        await holdLane(tx, { organizationId, leaseToken: token }, { writesLog: false })
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
      }).catch((error: unknown) => {
        if (refusalOf(error) !== 'lane_lost') throw error
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
      try {
        const written = await inOrganization(database, organizationId, async (tx) => {
          await holdLane(tx, { organizationId, leaseToken: token }, { writesLog })
          return writeCommit(tx, { organizationId, commit, notices, findsConnection: isAwaited })
        })
        readAhead.follow(lane, commit, await written.connection)
      } catch (error) {
        return refusalOf(error) ?? Promise.reject(error)
      }
      if (writesLog) void announceActivities(database, organizationId)
      return 'done'
    },
  }
}

/** Whether an entry in the log may come of it; the store itself writes those of pausing and resuming. */
function mayLog({ activities = [], pause, tested }: Commit): boolean {
  return activities.length > 0 || pause != null || tested?.cause === null
}

/** What the database refused in order; null when something else went wrong. */
function refusalOf(error: unknown): 'lane_lost' | 'superseded' | null {
  if (!(error instanceof DatabaseError)) return null
  return error.code === 'lane_lost' || error.code === 'superseded' ? error.code : null
}
