// `npm run bench`: how much the durable engine costs over a bare loop of the same calls, as ratios within one run: the
// sandbox in a process of its own, behind a line with a round-trip time. docs/reliability.md explains the figures.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { startDatabaseServer } from '../tests/chaos/processes/database-server.ts'
import { startSandboxProcess } from '../tests/chaos/processes/sandbox.ts'
import { callsPerInvoice } from './calls.ts'
import { stallOfDocuments } from './documents.ts'
import { fairness } from './fairness.ts'
import { type Figure, lineOf, meets, tableOf } from './figure.ts'
import { lineTo } from './latency.ts'
import { latency } from './latency-of-booking.ts'
import { Office } from './office.ts'
import { searching } from './search.ts'
import { throughput } from './throughput.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: 'R1,R3,R4,R8,D1,S1' },
    'round-trip': { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
const roundTripMs = Number(values['round-trip'])
const wanted = (id: string) => values.only.split(',').includes(id)
const startedAt = Date.now()

const sandbox = await startSandboxProcess({
  settings: { mutationCallsPerMonth: 1_000_000 },
  journalSize: 100,
})
const server = await startDatabaseServer({ track_commit_timestamp: 'on' })
const line = await lineTo(sandbox.soapUrl, roundTripMs)
const figures: Figure[] = []
const open = (tenants: number, soapUrl = line.url) => Office.open({ server, sandbox, soapUrl, tenants })
const lastCall = async (administration: string) =>
  (await sandbox.call('journal', { administration, after: 0 })).at(-1)?.number ?? 0

/** Each figure is told when it is there: the whole takes long, and longer on a busy machine. */
function keep(...found: readonly Figure[]): void {
  for (const figure of found) console.log(`${seconds()} s  ${lineOf(figure)}`)
  figures.push(...found)
}

try {
  if (wanted('R1')) {
    const office = await open(16)
    keep(await throughput(office, { runs, tenants: 1, invoices: 100, bar: { least: 0.9 } }))
    keep(await throughput(office, { runs, tenants: 16, invoices: 50 }))
    await office.close()
  }
  if (wanted('R3')) {
    const office = await open(1)
    keep(...(await latency(office, { runs, invoices: 60, cold: 5, roundTripMs })))
    await office.close()
  }
  if (wanted('R4')) {
    const office = await open(1, sandbox.soapUrl)
    keep(await callsPerInvoice(office, lastCall, { runs, invoices: 1_000 }))
    await office.close()
  }
  if (wanted('R8')) {
    const [alone, together] = [await open(1), await open(2)]
    keep(...(await fairness(alone, together, { runs, invoices: 40, waiting: 50_000 })))
    await alone.close()
    await together.close()
  }
  if (wanted('D1')) keep(await stallOfDocuments({ runs }))
  if (wanted('S1')) keep(await searching(server, { runs }))
} finally {
  line.program.signal('SIGKILL')
  await server.stop()
  await sandbox.stop()
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`
console.log(`\n${tableOf(figures)}`)
console.log(`\nround trip ${roundTripMs} ms, ${runs} runs, ${machine}, ${seconds()} s`)
if (values.json) console.log(JSON.stringify({ roundTripMs, machine, figures }))
process.exitCode = figures.every(meets) ? 0 : 1

function seconds(): number {
  return Math.round((Date.now() - startedAt) / 1_000)
}
