import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Mutant } from './mutants/mutant.ts'
import { addSummaries, type Range, type Summary } from './run-range.ts'

/** Handed out in pieces, so that no thread waits long for another. */
const PIECE = 100

export type ParallelOptions = {
  readonly threads?: number
  readonly mutant?: Mutant | null
  /** Told after every piece. */
  readonly onProgress?: (soFar: Summary) => void
}

/** Runs a range on all cores. With `atMostFailing` it stops soon after so many failing seeds. */
export async function runParallel(range: Range, options: ParallelOptions = {}): Promise<Summary> {
  const threads = options.threads ?? availableParallelism()
  const end = range.first + range.count
  let next = range.first
  let total = emptySummary
  const runThread = async (): Promise<void> => {
    const worker = new Worker(new URL('./simulation-thread.ts', import.meta.url), {
      workerData: { mutant: options.mutant ?? null },
      execArgv: [],
    })
    try {
      while (next < end && !isEnough(total, range)) {
        const first = next
        next += Math.min(PIECE, end - first)
        const summary = await ask(worker, { ...range, first, count: next - first })
        total = addSummaries(total, summary)
        options.onProgress?.(total)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: threads }, runThread))
  return total
}

function isEnough({ failing }: Summary, { atMostFailing }: Range): boolean {
  return atMostFailing !== undefined && failing >= atMostFailing
}

function ask(worker: Worker, range: Range): Promise<Summary> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (summary: Summary) => {
      worker.off('error', reject)
      resolve(summary)
    })
    worker.postMessage(range)
  })
}

export const emptySummary: Summary = {
  histories: 0,
  failures: [],
  failing: 0,
  events: 0,
  invoices: 0,
  calls: 0,
  duration: 0,
  coverage: [],
}
