// `npm run bench`: how much the durable engine costs over a bare loop of the same calls, as ratios within one run: the
// sandbox in a process of its own, behind a line with a round-trip time. docs/reliability.md explains the figures.
// `--keep` writes them into bench/results/ under the commit they are of.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { startDatabaseServer } from '../tests/chaos/processes/database-server.ts'
import { startSandboxProcess } from '../tests/chaos/processes/sandbox.ts'
import { benchmarks } from './benchmarks.ts'
import { type Figure, lineOf, meets, tableOf } from './figure.ts'
import { lineTo } from './latency.ts'
import { keepResult } from './results.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: Object.keys(benchmarks).join(',') },
    'round-trip': { type: 'string', default: '50' },
    waiting: { type: 'string', default: '1000000' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
const roundTripMs = Number(values['round-trip'])
const startedAt = Date.now()

const sandbox = await startSandboxProcess({
  settings: { mutationCallsPerMonth: 1_000_000 },
  journalSize: 100,
})
const server = await startDatabaseServer({ track_commit_timestamp: 'on' })
const line = await lineTo(sandbox.soapUrl, roundTripMs)
const figures: Figure[] = []
try {
  const bench = { server, sandbox, lineUrl: line.url, roundTripMs, runs, waiting: Number(values.waiting) }
  for (const id of values.only.split(',')) {
    const benchmark = benchmarks[id]
    if (benchmark === undefined) throw new Error(`there is no ${id}: ${Object.keys(benchmarks).join(', ')}`)
    for await (const figure of benchmark(bench)) {
      console.log(`${seconds()} s  ${lineOf(figure)}`)
      figures.push(figure)
    }
  }
} finally {
  line.program.signal('SIGKILL')
  await server.stop()
  await sandbox.stop()
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`
console.log(`\n${tableOf(figures)}`)
console.log(`\nround trip ${roundTripMs} ms, ${runs} runs, ${machine}, ${seconds()} s`)
if (values.keep) console.log(`kept in ${keepResult({ machine, roundTripMs, figures })}`)
if (values.json) console.log(JSON.stringify({ roundTripMs, machine, figures }))
process.exitCode = figures.every(meets) ? 0 : 1

function seconds(): number {
  return Math.round((Date.now() - startedAt) / 1_000)
}
