import type { Worker } from '../src/engine/worker.ts'
import type { Instant } from '../src/ports/clock.ts'
import type { Coverage } from './coverage.ts'
import type { FaultPlan } from './fault-plan.ts'
import type { FaultName } from './faults.ts'
import type { OrganizationMemory } from './memory.ts'
import type { Random } from './random.ts'
import type { SimulatedProcess } from './simulated-process.ts'
import type { SimulatedAdministration } from './simulated-service.ts'
import type { Timeline } from './timeline.ts'
import type { Trace } from './trace.ts'

/** A place in a process's work at which something can befall it; the numbers are of the matrix of points. */
export type Point =
  | 'P0'
  | 'P1'
  | 'P2'
  | 'P3'
  | 'P4'
  | 'P5'
  | 'P6'
  | 'P7'
  | 'P8'
  | 'P9'
  | 'P10'
  | 'P11'
  | 'P12'
  | 'P13'
  | 'P14'
  | 'P15'

/** One organization and its books, several of them, with what people have done to them. */
export type Office = {
  readonly memory: OrganizationMemory
  /** The books at the service that it links, now or at another time, by their id. */
  readonly administrations: ReadonlyMap<string, SimulatedAdministration>
  /** How many calls each process waits for. */
  readonly callers: Map<SimulatedProcess, number>
  callsInOutage: number
}

/** Everything in one history. */
export type World = {
  readonly timeline: Timeline
  /** How long things take, and what people do. */
  readonly random: Random
  /** How invoices are taxed. */
  readonly ways: Random
  /** What is taken off them, and put on. */
  readonly discounts: Random
  readonly plan: FaultPlan
  readonly coverage: Coverage
  readonly trace: Trace
  readonly offices: ReadonlyMap<string, Office>
  readonly processes: Set<SimulatedProcess>
  readonly workers: Map<SimulatedProcess, Worker>
  /** Adds a process; handed in, because what befalls a process may start another. */
  readonly startProcess: (seed: number) => void
  readonly outageFrom: Instant
  readonly quietFrom: Instant
  /** The calls of the month are used up until then. */
  readonly limitedUntil: Instant
  /** Whether writing meets that limit too, and not only reading mutations. */
  readonly limitsAll: boolean
  /** How far the shared time of day has jumped. */
  clockStep: number
  clockSteppedAt: Instant
  databaseDownUntil: Instant
  /** Requests that are still on their way or being worked on. */
  underWay: number
  readonly violations: Set<string>
}

export function isFaulty(world: World): boolean {
  return world.timeline.now < world.quietFrom
}

/** Whether a fault happens now; counted when it does. */
export function happens(world: World, fault: FaultName): boolean {
  if (world.plan.probability[fault] === 0 || !isFaulty(world) || !world.plan.draws(fault)) return false
  world.coverage.count(fault)
  return true
}

export function officeOf(world: World, id: string): Office {
  const office = world.offices.get(id)
  if (office === undefined) throw new Error(`No organization ${id}.`)
  return office
}

/** Books of an organization, at the service. */
export function administrationOf({ administrations }: Office, booksId: string): SimulatedAdministration {
  const administration = administrations.get(booksId)
  if (administration === undefined) throw new Error(`No books ${booksId}.`)
  return administration
}

/** Those that are linked now. */
export function linkedAdministration(office: Office): SimulatedAdministration {
  return administrationOf(office, office.memory.connection.booksId)
}

/** Tells every process that runs that there is work. */
export function wakeWorkers(world: World): void {
  for (const [process, worker] of world.workers) if (process.isAlive && !process.isPaused) worker.wake()
}
