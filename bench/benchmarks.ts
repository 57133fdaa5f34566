import type { DatabaseServer } from '../tests/chaos/processes/database-server.ts'
import type { SandboxProcess } from '../tests/chaos/processes/sandbox.ts'
import { bystander } from './bystander.ts'
import { callsPerInvoice } from './calls.ts'
import { stallOfDocuments } from './documents.ts'
import { fairness } from './fairness.ts'
import type { Figure } from './figure.ts'
import { latency } from './latency-of-booking.ts'
import { Office } from './office.ts'
import { pickUp } from './pick-up.ts'
import { searching } from './search.ts'
import { severalWorkers } from './several-workers.ts'
import { statementsPerInvoice } from './statements.ts'
import { throughput } from './throughput.ts'

/** Where a benchmark runs, and how much of it. */
export interface Bench {
  readonly server: DatabaseServer
  readonly sandbox: SandboxProcess
  /** The way to the sandbox over a line with this round-trip time. */
  readonly lineUrl: string
  readonly roundTripMs: number
  readonly runs: number
  /** Bookings that wait in the fuller of two databases. */
  readonly waiting: number
}

/** Each is told when it is there: the whole takes long, and longer on a busy machine. */
export type Benchmark = (bench: Bench) => AsyncIterable<Figure>

/** By id, as docs/reliability.md and docs/performance.md explain them. */
export const benchmarks: Readonly<Record<string, Benchmark>> = {
  async *R1(bench) {
    await using office = await open(bench, 64)
    const { runs } = bench
    yield await throughput(office, { id: 'R1', runs, tenants: 1, invoices: 100, bar: { least: 0.9 } })
    yield await throughput(office, { id: 'R1', runs, tenants: 16, invoices: 50 })
    yield await throughput(office, { id: 'R1', runs, tenants: 64, invoices: 20 })
  },
  async *R2(bench) {
    await using office = await open(bench, 8, bench.sandbox.soapUrl)
    const { runs } = bench
    yield await throughput(office, { id: 'R2', runs, tenants: 8, invoices: 100, bar: { least: 0.35 } })
  },
  async *R3(bench) {
    await using office = await open(bench, 1)
    yield* await latency(office, { ...bench, invoices: 60, cold: 5 })
  },
  async *R4(bench) {
    await using office = await open(bench, 1, bench.sandbox.soapUrl)
    yield await callsPerInvoice(office, bench.sandbox, { ...bench, invoices: 1_000, lost: 0, most: 1.01 })
    yield await callsPerInvoice(office, bench.sandbox, { ...bench, invoices: 1_000, lost: 0.01, most: 1.03 })
  },
  async *R5(bench) {
    await using office = await open(bench, 64)
    yield* await severalWorkers(office, { ...bench, invoices: 10 })
  },
  async *R7(bench) {
    await using few = await open(bench, 20)
    await using many = await open(bench, 20)
    yield* await pickUp(few, many, { ...bench, turns: 500 })
  },
  async *R8(bench) {
    await using alone = await open(bench, 1)
    await using together = await open(bench, 2)
    yield* await fairness(alone, together, { ...bench, invoices: 40, waiting: 50_000 })
  },
  async *R9(bench) {
    await using office = await open(bench, 0)
    yield* bystander(office, bench.sandbox, { ...bench, invoices: 40, waiting: 20 })
  },
  async *R12(bench) {
    await using office = await open(bench, 1, bench.sandbox.soapUrl, true)
    yield* await statementsPerInvoice(office, { ...bench, invoices: 200 })
  },
  async *D1(bench) {
    yield await stallOfDocuments(bench)
  },
  async *S1(bench) {
    yield await searching(bench.server, bench)
  },
}

function open(
  { server, sandbox, lineUrl }: Bench,
  tenants: number,
  soapUrl = lineUrl,
  countsStatements = false,
): Promise<Office> {
  return Office.open({ server, sandbox, soapUrl, tenants, countsStatements })
}
