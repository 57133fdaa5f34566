import { type Database, noteHeartbeat } from '@stella/database'
import { readBackfills } from './backfills/read-backfill.ts'
import { keptBooks } from './books/kept-books.ts'
import type { OpenBooks } from './connections/examine-codes.ts'
import type { Seal } from './encryption/seal.ts'
import { startEngine, type Worker } from './engine/worker.ts'
import { withHeartbeat } from './health/heartbeat.ts'
import { readAskedMutations } from './overrides/mutation-reader.ts'
import type { Chance } from './ports/chance.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { Notices } from './ports/notices.ts'
import { repeatOrWake } from './ports/repeat.ts'
import { postgresStore } from './postgres/postgres-store.ts'

export type WorkerOptions = {
  /** Role `stella_worker`. */
  readonly database: Database
  readonly seal: Seal
  readonly openBooks: OpenBooks
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  /** Default: nobody is told anything but by the screens. */
  readonly notices?: Notices
  /** Administrations worked for at the same time; default 32. */
  readonly slots?: number
  /** Default 1,000. */
  readonly pollEveryMs?: number
}

/** Whoever asked is waiting, and wakes it; this is for one whom a process asked that died. */
const READ_EVERY_MS = 5_000

/**
 * Starts a worker on PostgreSQL. Any number may run, in any number of processes: each administration is worked
 * for by one at a time. It begins at once with what an earlier one left unfinished. Beside that it reads in the books
 * what people ask for.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { clock, database, log } = options
  const engine = startEngine({
    ...options,
    store: withHeartbeat(postgresStore(database, options.notices), {
      beat: () => noteHeartbeat(database),
      clock,
      log,
    }),
    books: keptBooks(options),
  })
  const read = async (stopped: AbortSignal) => {
    await readAskedMutations(options, stopped)
    // Page by page, and what somebody waits for comes first between two.
    while (!stopped.aborted && (await readBackfills(options, stopped)))
      await readAskedMutations(options, stopped)
  }
  const reader = repeatOrWake(read, {
    clock,
    everyMs: READ_EVERY_MS,
    onFailure: (error) => log.warn('what somebody asked could not be read', { error: String(error) }),
  })
  return {
    wake() {
      engine.wake()
      reader.wake()
    },
    async stop() {
      await Promise.all([engine.stop(), reader.stop()])
    },
  }
}
