import { parseArgs } from 'node:util'
import { readFaults } from './faults.ts'
import { runHistory } from './history.ts'
import { printSummary } from './print-summary.ts'
import { runParallel } from './run-parallel.ts'
import { shrink } from './shrink.ts'

const SEEDS = 10_000
const FAILURES_SHRUNK = 3
const FAILURES_TOLD = 20

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    faults: { type: 'string' },
    processes: { type: 'string' },
  },
})
const allowed = values.faults === undefined ? null : [...readFaults(values.faults)]
const first = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000))
const count = Number(values.seeds ?? (values.seed === undefined ? SEEDS : 1))
if (![first, count].every(Number.isSafeInteger) || count < 1) throw new RangeError('Seeds are whole numbers.')

if (count === 1) await replay()
else await runMany()

/** One history, twice: it must go the same way. */
async function replay(): Promise<void> {
  const faults = allowed === null ? null : new Set(allowed)
  const history = await runHistory(first, faults)
  const again = await runHistory(first, faults)
  const isSame = history.trace === again.trace
  console.log(
    `seed ${first}: ${history.invoices} invoices, ${history.calls} calls, ${history.events} events, ` +
      `${(history.duration / 3_600_000).toFixed(1)} h, trace ${history.trace}${isSame ? '' : `, then ${again.trace}`}`,
  )
  for (const violation of history.violations) console.log(`  ${violation}`)
  if (history.violations.length > 0) await tellHowToReplay(first)
  process.exitCode = history.violations.length === 0 && isSame ? 0 : 1
}

async function runMany(): Promise<void> {
  const startedAt = performance.now()
  console.log(`${count} seeds from ${first}${allowed === null ? '' : `, faults ${allowed.join(',')}`}`)
  const summary = await runParallel(
    { first, count, allowed },
    values.processes === undefined ? {} : { processes: Number(values.processes) },
  )
  printSummary(summary, (performance.now() - startedAt) / 1_000)
  for (const [index, { seed, violations }] of summary.failures.slice(0, FAILURES_TOLD).entries()) {
    console.log(`seed ${seed}: ${violations.slice(0, 3).join('; ')}`)
    if (index < FAILURES_SHRUNK) await tellHowToReplay(seed)
    else console.log(`  npm run simulate -- --seed ${seed}`)
  }
  process.exitCode = summary.failing === 0 ? 0 : 1
}

async function tellHowToReplay(seed: number): Promise<void> {
  const needed = await shrink(seed, allowed)
  console.log(`  npm run simulate -- --seed ${seed} --faults ${needed.join(',') || 'none'}`)
}
