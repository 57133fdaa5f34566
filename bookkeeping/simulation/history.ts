import type { Instant } from '../src/ports/clock.ts'
import { Coverage } from './coverage.ts'
import { FaultPlan } from './fault-plan.ts'
import type { FaultName } from './faults.ts'
import { checkAtEnd, isSettled } from './invariants.ts'
import { checkBooks, checkLane } from './invariants-now.ts'
import { OrganizationMemory } from './memory.ts'
import { linkOtherBooks } from './other-books.ts'
import { lookAtFailures } from './people.ts'
import { startProcess } from './processes.ts'
import { randomFrom } from './random.ts'
import { SimulatedAdministration } from './simulated-service.ts'
import { Timeline } from './timeline.ts'
import { Trace } from './trace.ts'
import { takeDatabaseAway, withdrawCodes } from './trouble.ts'
import { finalizeSome } from './work-load.ts'
import type { Office, World } from './world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START: Instant = Date.UTC(2026, 10, 22, 9)
/** Two hours before the month turns by the service's reckoning: the limit of calls ends then. */
const START_BEFORE_MONTH: Instant = Date.UTC(2026, 10, 30, 22)
const MONTH_TURNS: Instant = Date.UTC(2026, 11, 1)
/** After the faults everything must be settled within this: the longest waits, quarantines, readings back. */
const SETTLING_MS = 3 * HOUR
const LOOK_EVERY_MS = MINUTE
/** So many requests for one organization, or so many events, mean that something runs in circles. */
const MOST = { calls: 3_000, events: 300_000 }
/** Trying for 72 hours takes some 1,700 calls for each thing that is tried, and processes die all the while. */
const MOST_IN_DAYS = { calls: 8_000, events: 1_500_000 }

export type History = {
  readonly seed: number
  readonly violations: readonly string[]
  readonly coverage: Coverage
  readonly events: number
  /** Milliseconds that passed in it. */
  readonly duration: number
  readonly invoices: number
  readonly calls: number
  /** Differs when anything at all happened differently. */
  readonly trace: string
}

/**
 * One history from a seed: administrations with invoices, workers that run the real engine, a service, and
 * faults at all of them. Then quiet, and everything must be settled and in order.
 *
 * @param allowed the faults that may happen; null for all
 */
export async function runHistory(
  seed: number,
  allowed: ReadonlySet<FaultName> | null = null,
): Promise<History> {
  const world = createWorld(seed, allowed)
  const { timeline, coverage, plan, trace, violations } = world
  const invoices = finalizeSome(world)
  for (const office of world.offices.values()) {
    withdrawCodes(world, office)
    linkOtherBooks(world, office)
  }
  takeDatabaseAway(world)
  const processes = plan.draws('several_workers') ? world.random.between(2, 4) : 1
  if (processes > 1) coverage.count('several_workers')
  if (plan.hasLongOutage) coverage.count('long_outage')
  if (plan.stumbles) coverage.count('stumbles')
  for (let index = 0; index < processes; index += 1) world.startProcess(seed + index)
  lookAtFailures(world)
  lookWhetherOver(world)
  await timeline.run(Math.max(world.quietFrom, world.limitedUntil + HOUR) + SETTLING_MS - world.clockStep)
  checkAtEnd(world)
  if (plan.isWithoutFaults) checkBudget(world, invoices)
  const calls = callsOf(world)
  trace.note(timeline.now, 'end', timeline.events)
  return {
    seed,
    violations: [...violations],
    coverage,
    events: timeline.events,
    duration: timeline.now - (plan.probability.call_limit > 0 ? START_BEFORE_MONTH : START),
    invoices,
    calls,
    trace: trace.hash,
  }
}

function createWorld(seed: number, allowed: ReadonlySet<FaultName> | null): World {
  const random = randomFrom(seed, 'world')
  const plan = new FaultPlan(seed, allowed)
  const isLimited = plan.draws('call_limit')
  const start = plan.probability.call_limit > 0 ? START_BEFORE_MONTH : START
  const offices = new Map<string, Office>()
  const mutationsFollow = plan.stream('code_by_hand').happens(0.5)
  for (let index = random.between(1, 3); index > 0; index -= 1) {
    const id = `organization ${index}`
    const refuses = { numbers: plan.refusesNumbers, codes: plan.refusesCodes }
    const books = ['books 1', 'books 2', 'books 3'] as const
    const administrations = new Map(books.map((it) => [it, new SimulatedAdministration(refuses)]))
    for (const it of administrations.values()) it.mutationsFollow = mutationsFollow
    offices.set(id, {
      memory: new OrganizationMemory(id, books[0], start),
      administrations,
      callers: new Map(),
      callsInOutage: 0,
    })
  }
  const world: World = {
    timeline: new Timeline(start),
    random,
    ways: randomFrom(seed, 'ways'),
    discounts: randomFrom(seed, 'discounts'),
    plan,
    coverage: new Coverage(),
    trace: new Trace(),
    offices,
    processes: new Set(),
    workers: new Map(),
    startProcess: (seed) => startProcess(world, seed),
    outageFrom: start + plan.outageAfter,
    quietFrom: start + plan.faultyFor,
    limitedUntil: isLimited ? MONTH_TURNS : 0,
    limitsAll: isLimited && seed % 3 === 0,
    clockStep: 0,
    clockSteppedAt: Number.NEGATIVE_INFINITY,
    databaseDownUntil: 0,
    underWay: 0,
    violations: new Set(),
  }
  return world
}

/** Looks at the books once a minute, and ends a history in which nothing is left to happen. */
function lookWhetherOver(world: World): void {
  const { timeline } = world
  timeline.after(LOOK_EVERY_MS, () => {
    let written = 0
    for (const office of world.offices.values()) {
      checkBooks(world, office)
      checkLane(world, office)
      const arrivals = [...office.administrations.values()].flatMap((it) => it.arrivals)
      written = Math.max(written, office.memory.exchanges.length + arrivals.length)
    }
    const most = world.plan.lastsForDays ? MOST_IN_DAYS : MOST
    const isInCircles = written > most.calls || timeline.events > most.events
    if (isInCircles) world.violations.add(`I6 I11 ${written} calls, ${timeline.events} events`)
    const isQuiet = timeline.now > Math.max(world.quietFrom, world.limitedUntil) && world.underWay === 0
    const isOver = isQuiet && [...world.offices.values()].every(isSettled)
    if (isOver || isInCircles || world.violations.size > 20) timeline.isOver = true
    else lookWhetherOver(world)
  })
}

/** Without faults each invoice and each relation takes one call, and what was booked is read back in batches. */
function checkBudget(world: World, invoices: number): void {
  let relations = 0
  const counts = new Map<string, number>()
  for (const { memory } of world.offices.values()) {
    relations += memory.relations.length
    for (const { operation } of memory.exchanges) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  }
  const sessions = world.offices.size * world.processes.size
  const isWithin =
    counts.get('AddMutatie') === invoices &&
    counts.get('AddRelatie') === relations &&
    (counts.get('OpenSession') ?? 0) <= sessions &&
    (counts.get('GetRelaties') ?? 0) === 0 &&
    (counts.get('GetMutaties') ?? 0) <= invoices
  if (!isWithin) world.violations.add(`I11 ${JSON.stringify([...counts])} for ${invoices} invoices`)
}

function callsOf({ offices }: World): number {
  return [...offices.values()].reduce((sum, { memory }) => sum + memory.exchanges.length, 0)
}
