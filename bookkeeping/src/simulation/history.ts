import { startEngine, type Worker } from '../engine/worker.ts'
import type { Instant } from '../ports/clock.ts'
import { silentLog } from '../ports/log.ts'
import { Coverage } from './coverage.ts'
import { drawFaultPlan, type FaultPlan } from './fault-plan.ts'
import { checkAtEnd, checkNow } from './invariants.ts'
import { OrganizationMemory } from './memory.ts'
import { memoryStore } from './memory-store.ts'
import { offerAgain } from './people.ts'
import { type Random, randomFrom } from './random.ts'
import { simulatedBooks } from './simulated-books.ts'
import { SimulatedProcess } from './simulated-process.ts'
import { SimulatedAdministration } from './simulated-service.ts'
import { Timeline } from './timeline.ts'
import { finalizeSome } from './work-load.ts'

const MINUTE = 60_000
const START: Instant = Date.UTC(2026, 10, 22, 9)
/** After the faults everything must be settled within this: two long waits, two quarantines, a reading back. */
export const SETTLING_MS = 75 * MINUTE
const POLL_MS = 10_000

export type History = {
  readonly seed: number
  readonly violations: readonly string[]
  readonly coverage: Coverage
  readonly events: number
  /** Milliseconds that passed in it. */
  readonly duration: number
  readonly invoices: number
  readonly calls: number
  /** A short text that differs when anything at all happened differently. */
  readonly trace: string
}

export type World = {
  readonly timeline: Timeline
  readonly random: Random
  readonly plan: FaultPlan
  readonly coverage: Coverage
  readonly organizations: Map<string, OrganizationMemory>
  readonly administrations: Map<string, SimulatedAdministration>
  readonly isFaulty: () => boolean
  /** Looks for work at once, in every process that hears of it. */
  readonly wake: () => void
}

/**
 * One history from a seed: administrations with invoices, workers that run the real engine, a service, and
 * faults at all of them. Then quiet, and everything must be settled and in order.
 */
export async function runHistory(seed: number): Promise<History> {
  const random = randomFrom(seed)
  const timeline = new Timeline(START)
  const plan = drawFaultPlan(random)
  const coverage = new Coverage()
  const workers = new Set<Worker>()
  const quietFrom = START + plan.faultyFor
  const world: World = {
    timeline,
    random,
    plan,
    coverage,
    organizations: new Map(),
    administrations: new Map(),
    isFaulty: () => timeline.now < quietFrom,
    wake: () => {
      for (const worker of workers) worker.wake()
    },
  }
  for (let index = random.between(1, 3); index > 0; index -= 1) {
    const id = `organization ${index}`
    world.organizations.set(id, new OrganizationMemory(id, START))
    world.administrations.set(id, new SimulatedAdministration(plan.refusesDuplicates))
  }
  const invoices = finalizeSome(world)
  for (let count = random.between(1, 3); count > 0; count -= 1) startProcess(world, workers)
  offerAgain(world, quietFrom)
  const violations = new Set<string>()
  let seen = 0
  await timeline.run(quietFrom + SETTLING_MS, () => {
    const written = writtenInBooks(world)
    if (written === seen) return false
    seen = written
    for (const violation of checkNow(world)) violations.add(violation)
    return false
  })
  for (const violation of checkAtEnd(world)) violations.add(violation)
  return {
    seed,
    violations: [...violations],
    coverage,
    events: timeline.events,
    duration: timeline.now - START,
    invoices,
    calls: [...world.organizations.values()].reduce((sum, memory) => sum + memory.exchanges.length, 0),
    trace: traceOf(world),
  }
}

/** A process that is started again, as a new one, some time after it was killed. */
function startProcess(world: World, workers: Set<Worker>): void {
  const { timeline, random, organizations, administrations } = world
  const process = new SimulatedProcess(timeline)
  const clock = process.clock()
  let worker: Worker | null = null
  const kill = () => {
    if (!process.isAlive) return
    process.kill()
    if (worker !== null) workers.delete(worker)
    timeline.after(random.between(500, 2 * MINUTE), () => startProcess(world, workers))
  }
  const wire = (id: string) => {
    const administration = administrations.get(id)
    if (administration === undefined) throw new Error(`No administration of ${id}.`)
    return simulatedBooks({ ...world, process, administration })
  }
  const books = new Map<string, ReturnType<typeof wire>>()
  worker = startEngine({
    store: memoryStore({ ...world, organizations, process, kill }),
    books: {
      booksOf: async (lane) => {
        const kept = books.get(lane.organizationId) ?? wire(lane.organizationId)
        books.set(lane.organizationId, kept)
        return { ok: true, books: kept }
      },
      closeIdle: async () => {},
      closeAll: async () => {},
    },
    clock,
    chance: random,
    log: silentLog,
    slots: random.between(1, 4),
    pollEveryMs: POLL_MS,
  })
  if (process.isAlive) workers.add(worker)
}

function writtenInBooks({ administrations }: World): number {
  let written = 0
  for (const { mutations, relations } of administrations.values())
    written += mutations.length + relations.length
  return written
}

function traceOf({ organizations, administrations }: World): string {
  const memories = [...organizations.values()].map((memory) => [
    memory.bookings.map((it) => `${it.state} ${it.mutationNumber}`),
    memory.relations.map((it) => it.state),
    memory.activities.map((it) => `${it.at?.getTime()} ${it.kind}`),
    memory.exchanges.map((it) => `${it.startedAt} ${it.finishedAt} ${it.operation} ${it.outcome}`),
  ])
  const books = [...administrations.values()].map((it) => it.mutations.map(({ at, number }) => [at, number]))
  return JSON.stringify([memories, books])
}
