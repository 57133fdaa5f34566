import type { Transaction } from '@stella/database'
import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss'
import type { ImportJob, ImportParts } from './imports/import-work.ts'
import { giveUpReading, runImport } from './imports/run-import.ts'

/** The queue of migration 0039. Its jobs hold ids only. */
const importQueue = 'import'

/** An import that takes longer than this lets another go first. */
const TURN_MS = 10_000

/** Two at once, so that a large one holds up nobody. */
const AT_ONCE = 2

export type TransferOptions = ImportParts & {
  /** The open queue; whoever opened it ends it, and what is under way goes on elsewhere. */
  readonly jobs: PgBoss
  /** How often new jobs are looked for; default 2. */
  readonly pollEverySeconds?: number
}

/** Where whoever wishes something of an import has it done. */
export interface ImportQueue {
  /** Has it done, in the transaction that writes the wish down: both are committed, or neither. */
  queue(tx: Transaction, job: ImportJob): Promise<void>
  /** To be called after the commit, so that it need not wait for the next look. */
  wake(): void
}

export interface Transfer {
  readonly imports: ImportQueue
  /** Lets what is under way stop after its batch. */
  stop(): void
}

/** Starts to work on imports, and on what an earlier run left in the queue. Any number of processes may. */
export async function startTransfer(options: TransferOptions): Promise<Transfer> {
  const { jobs, log, now } = options
  let isStopping = false
  const polling = {
    pollingIntervalSeconds: options.pollEverySeconds ?? 2,
    localConcurrency: AT_ONCE,
    batchSize: 1,
    includeMetadata: true as const,
  }
  const take = async ({ data, retryCount, retryLimit }: JobWithMetadata<ImportJob>) => {
    const until = now().getTime() + TURN_MS
    try {
      const progress = await runImport(options, data, () => !isStopping && now().getTime() < until)
      if (progress === 'more') await jobs.send(importQueue, data)
    } catch (error) {
      log.warn('import failed', { ...data, reason: String(error) })
      if (retryCount < retryLimit) throw error
      await giveUpReading(options, data)
    }
  }
  const worker = await jobs.work(importQueue, polling, async (batch: JobWithMetadata<ImportJob>[]) => {
    for (const job of batch) await take(job)
    jobs.notifyWorker(worker)
  })
  return {
    imports: {
      async queue(tx, job) {
        await jobs.send(importQueue, job, { db: fromKysely(tx) })
      },
      wake: () => jobs.notifyWorker(worker),
    },
    stop() {
      isStopping = true
    },
  }
}
