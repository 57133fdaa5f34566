import {
  type Batch,
  type Database,
  endClosedOrganizations,
  fromTheOldest,
  type PassedUpTo,
  removeOldActivities,
  removeOldExchanges,
} from '@stella/database'
import { closedTooLongAgo } from '@stella/invoicing'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import { type Repeated, repeat } from './ports/repeat.ts'
import {
  RETENTION_BATCH,
  RETENTION_EVERY_MS,
  RETENTION_PAUSE_MS,
  retentionAt,
} from './retention/retention.ts'

export type RetentionOptions = {
  /** Role `stella_worker`. */
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}

/** Takes away, once a day and little by little, what retention/retention.ts keeps no longer. Any number may run. */
export function startRetention(options: RetentionOptions): Repeated {
  const { clock, log } = options
  const work = async (stopped: AbortSignal) => {
    const removed = await removeOld(options, stopped)
    if (removed.exchanges + removed.activities + removed.organizations > 0)
      log.info('kept no longer', removed)
  }
  return repeat(work, {
    clock,
    everyMs: RETENTION_EVERY_MS,
    onFailure: (error) =>
      log.warn('what is kept no longer could not be taken away', { error: String(error) }),
  })
}

/** One pass over all that is old, and of organizations that were closed; how much went. */
export async function removeOld(
  options: RetentionOptions,
  stopped: AbortSignal = new AbortController().signal,
): Promise<{ exchanges: number; activities: number; organizations: number }> {
  const { clock, database } = options
  const before = retentionAt(clock.now())
  const pass = async (remove: (after: PassedUpTo) => Promise<Batch>) => {
    let removed = 0
    for (let after: PassedUpTo | null = fromTheOldest; after !== null && !stopped.aborted; ) {
      const batch: Batch = await remove(after)
      removed += batch.removed
      after = batch.upTo
      if (after !== null) await clock.sleep(RETENTION_PAUSE_MS, stopped)
    }
    return removed
  }
  return {
    exchanges: await pass((after) => removeOldExchanges(database, after, before, RETENTION_BATCH)),
    activities: await pass((after) => removeOldActivities(database, after, before, RETENTION_BATCH)),
    organizations: await endClosed(options, stopped),
  }
}

/** One after the other: a large one takes a second, in which nobody else waits. */
async function endClosed({ clock, database }: RetentionOptions, stopped: AbortSignal): Promise<number> {
  const closedBefore = closedTooLongAgo(new Date(clock.now()))
  for (let ended = 0; ; ended += 1) {
    if (stopped.aborted) return ended
    if ((await endClosedOrganizations(database, { closedBefore, most: 1 })).length === 0) return ended
    await clock.sleep(RETENTION_PAUSE_MS, stopped)
  }
}
