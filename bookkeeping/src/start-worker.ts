import { type Database, noteHeartbeat } from '@stella/database'
import { keptBooks } from './books/kept-books.ts'
import type { OpenBooks } from './connections/examine-codes.ts'
import type { Seal } from './encryption/seal.ts'
import { startEngine, type Worker } from './engine/worker.ts'
import { withHeartbeat } from './health/heartbeat.ts'
import type { Chance } from './ports/chance.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { Notices } from './ports/notices.ts'
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

/**
 * Starts a worker on PostgreSQL. Any number may run, in any number of processes: each administration is worked
 * for by one at a time. It begins at once with what an earlier one left unfinished.
 */
export function startWorker(options: WorkerOptions): Worker {
  return startEngine({
    ...options,
    store: withHeartbeat(postgresStore(options.database, options.notices), {
      beat: () => noteHeartbeat(options.database),
      clock: options.clock,
      log: options.log,
    }),
    books: keptBooks(options),
  })
}
