import { Coverage } from './coverage.ts'
import type { FaultName } from './faults.ts'
import { type History, runHistory } from './history.ts'

/** Seeds from `first` on, and the faults that may happen; all when it is null. */
export type Range = {
  readonly first: number
  readonly count: number
  readonly allowed: readonly FaultName[] | null
  /** Stops after so many failing seeds. */
  readonly atMostFailing?: number
}

export type Failure = { readonly seed: number; readonly violations: readonly string[] }

/** What many histories came to; plain data, so that it can pass between processes. */
export type Summary = {
  readonly histories: number
  readonly failures: readonly Failure[]
  readonly failing: number
  readonly events: number
  readonly invoices: number
  readonly calls: number
  /** Milliseconds that passed in them. */
  readonly duration: number
  readonly coverage: readonly (readonly [string, number])[]
}

const FAILURES_TOLD = 250

/** Runs the histories of a range one after another. */
export async function runRange({ first, count, allowed, atMostFailing }: Range): Promise<Summary> {
  const coverage = new Coverage()
  const failures: Failure[] = []
  const faults = allowed === null ? null : new Set(allowed)
  const sums = { histories: 0, failing: 0, events: 0, invoices: 0, calls: 0, duration: 0 }
  for (let seed = first; seed < first + count; seed += 1) {
    const history = await runHistory(seed, faults).catch(brokenOff(seed))
    coverage.add(history.coverage)
    sums.histories += 1
    sums.events += history.events
    sums.invoices += history.invoices
    sums.calls += history.calls
    sums.duration += history.duration
    if (history.violations.length === 0) continue
    sums.failing += 1
    if (failures.length < FAILURES_TOLD) failures.push({ seed, violations: history.violations })
    if (atMostFailing !== undefined && sums.failing >= atMostFailing) break
  }
  return { ...sums, failures, coverage: [...coverage.counts] }
}

/** An exception is a failing history too, and not the end of the others. */
function brokenOff(seed: number): (error: unknown) => History {
  return (error) => ({
    seed,
    violations: [`broke off: ${error instanceof Error ? error.message : String(error)}`],
    coverage: new Coverage(),
    events: 0,
    duration: 0,
    invoices: 0,
    calls: 0,
    trace: '',
  })
}

export function addSummaries(left: Summary, right: Summary): Summary {
  const coverage = new Coverage()
  for (const [what, times] of [...left.coverage, ...right.coverage]) coverage.count(what, times)
  return {
    histories: left.histories + right.histories,
    failing: left.failing + right.failing,
    failures: [...left.failures, ...right.failures].slice(0, FAILURES_TOLD),
    events: left.events + right.events,
    invoices: left.invoices + right.invoices,
    calls: left.calls + right.calls,
    duration: left.duration + right.duration,
    coverage: [...coverage.counts],
  }
}
