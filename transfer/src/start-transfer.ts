import type { Transaction } from '@stella/database'
import { openTypesetting } from '@stella/documents'
import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss'
import { type ExportJob, type ExportParts, giveUpExport, runExport } from './exports/run-export.ts'
import type { ImportJob, ImportParts } from './imports/import-work.ts'
import { giveUpImport, runImport } from './imports/run-import.ts'

/** The queue of migration 0039. Its jobs hold ids only. */
const importQueue = 'import'

/** The queue of migration 0041. */
const exportQueue = 'export'

/** An import that takes longer than this lets another go first. */
const TURN_MS = 10_000

/** Two at once, so that a large one holds up nobody. */
const AT_ONCE = 2

export type TransferOptions = ImportParts & {
  /** The open queue; whoever opened it ends it, and what is under way goes on elsewhere. */
  readonly jobs: PgBoss
  /** Tells the process that does them, where another does: this one only queues. */
  readonly doneElsewhere?: { readonly imports: () => void; readonly exports: () => void }
  /** How often new jobs are looked for; default 2. */
  readonly pollEverySeconds?: number
}

/** Where whoever wishes something of an import or an export has it done. */
export interface TransferQueue<Job> {
  /** Has it done, in the transaction that writes the wish down: both are committed, or neither. */
  queue(tx: Transaction, job: Job): Promise<void>
  /** To be called after the commit, so that it need not wait for the next look. */
  wake(): void
}

export interface Transfer {
  readonly imports: TransferQueue<ImportJob>
  readonly exports: TransferQueue<ExportJob>
  /** Lets an import that is under way stop after its batch; an archive is begun anew. */
  stop(): Promise<void>
}

/** Starts to work on imports and exports, and on what an earlier run left in the queue. Any number of processes may. */
export async function startTransfer(options: TransferOptions): Promise<Transfer> {
  const { doneElsewhere, jobs } = options
  const { imports, exports, stop } =
    doneElsewhere === undefined
      ? await startWorking(options)
      : { ...doneElsewhere, stop: () => Promise.resolve() }
  return {
    exports: {
      async queue(tx, job) {
        await jobs.send(exportQueue, job, { db: fromKysely(tx) })
      },
      wake: exports,
    },
    imports: {
      async queue(tx, job) {
        await jobs.send(importQueue, job, { db: fromKysely(tx) })
      },
      wake: imports,
    },
    stop,
  }
}

/** How to wake what works on each here, and to stop it. */
type Working = { imports(): void; exports(): void; stop(): Promise<void> }

async function startWorking(options: TransferOptions): Promise<Working> {
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
      await giveUpImport(options, data)
    }
  }
  const worker = await jobs.work(importQueue, polling, async (batch: JobWithMetadata<ImportJob>[]) => {
    for (const job of batch) await take(job)
    jobs.notifyWorker(worker)
  })
  const typesetting = openTypesetting()
  const exportParts: ExportParts = { ...options, typesetting }
  const make = async ({ data, retryCount, retryLimit }: JobWithMetadata<ExportJob>) => {
    try {
      const againAt = await runExport(exportParts, data)
      if (againAt !== null) await jobs.send(exportQueue, data, { startAfter: againAt })
    } catch (error) {
      log.warn('export failed', { ...data, reason: String(error) })
      if (retryCount < retryLimit) throw error
      await giveUpExport(exportParts, data)
    }
  }
  const slowly = { ...polling, localConcurrency: 1 }
  const maker = await jobs.work(exportQueue, slowly, async (batch: JobWithMetadata<ExportJob>[]) => {
    for (const job of batch) await make(job)
  })
  return {
    exports: () => jobs.notifyWorker(maker),
    imports: () => jobs.notifyWorker(worker),
    async stop() {
      isStopping = true
      await typesetting.close()
    },
  }
}
