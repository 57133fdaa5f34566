import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Mutant } from './mutants/mutant.ts'
import type { RangeProcessMessage } from './range-process.ts'
import { addSummaries, type Range, type Summary } from './run-range.ts'

/** Handed out in pieces, so that no process waits long for another. */
const PIECE = 100

/** A stack for each signal that wakes a worker takes a tenth of the time, and what fails is replayed by its seed. */
const execArgv = ['--stack-trace-limit=0']

const modulePath = fileURLToPath(new URL('./range-process.ts', import.meta.url))

export type ParallelOptions = {
  readonly processes?: number
  readonly mutant?: Mutant | null
  /** Told after every piece. */
  readonly onProgress?: (soFar: Summary) => void
}

/**
 * Runs a range on all cores. With `atMostFailing` it stops soon after so many failing seeds.
 *
 * In processes and not in threads: threads share V8's map of pages with compiled code, and one that ends while
 * another compiles can bring the whole process down («Check failed: jit_page.has_value()», nodejs/node#64500).
 *
 * @throws Error when a process ends before its answer.
 */
export async function runParallel(range: Range, options: ParallelOptions = {}): Promise<Summary> {
  const processes = options.processes ?? availableParallelism()
  const end = range.first + range.count
  let next = range.first
  let total = emptySummary
  const runProcess = async (): Promise<void> => {
    const child = fork(modulePath, [], { execArgv })
    try {
      tell(child, { mutant: options.mutant ?? null })
      while (next < end && !isEnough(total, range)) {
        const first = next
        next += Math.min(PIECE, end - first)
        const summary = await ask(child, { ...range, first, count: next - first })
        total = addSummaries(total, summary)
        options.onProgress?.(total)
      }
    } finally {
      child.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: processes }, runProcess))
  return total
}

function isEnough({ failing }: Summary, { atMostFailing }: Range): boolean {
  return atMostFailing !== undefined && failing >= atMostFailing
}

function ask(child: ChildProcess, range: Range): Promise<Summary> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void => {
      reject(
        new Error(`The process of the histories from ${range.first} on ended early (${signal ?? code}).`),
      )
    }
    child.once('exit', onExit)
    child.once('error', reject)
    child.once('message', (summary: Summary) => {
      child.off('exit', onExit)
      child.off('error', reject)
      resolve(summary)
    })
    tell(child, { range })
  })
}

function tell(child: ChildProcess, message: RangeProcessMessage): void {
  child.send(message)
}

const emptySummary: Summary = {
  histories: 0,
  failures: [],
  failing: 0,
  events: 0,
  invoices: 0,
  calls: 0,
  duration: 0,
  coverage: [],
}
