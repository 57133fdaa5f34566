import { parseArgs } from 'node:util'
import { Coverage } from './coverage.ts'
import { runHistory } from './history.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } })
const first = Number(values.seed ?? 1)
const count = values.seed === undefined || values.seeds !== undefined ? Number(values.seeds ?? 1_000) : 1

const coverage = new Coverage()
const startedAt = performance.now()
let failing = 0
let events = 0
let virtualHours = 0
for (let seed = first; seed < first + count; seed += 1) {
  const history = await runHistory(seed)
  coverage.add(history.coverage)
  events += history.events
  virtualHours += history.duration / 3_600_000
  if (history.violations.length === 0) continue
  failing += 1
  if (failing <= 10) {
    console.log(`seed ${seed}: ${history.violations.slice(0, 3).join('; ')}`)
    console.log(`  again: node bookkeeping/src/simulation/simulate.ts --seed ${seed}`)
  }
}
const seconds = (performance.now() - startedAt) / 1_000
console.log(
  JSON.stringify({
    histories: count,
    failing,
    perSecond: Math.round(count / seconds),
    eventsPerSecond: Math.round(events / seconds),
    virtualHours: Math.round(virtualHours),
    coverage: Object.fromEntries([...coverage.counts].sort()),
  }),
)
process.exitCode = failing === 0 ? 0 : 1
