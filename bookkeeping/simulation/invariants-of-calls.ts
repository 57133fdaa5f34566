import type { Commit } from '../src/ports/store.ts'
import { FAILURES_TO_OPEN, PROBE_EVERY_MS } from '../src/retries/breaker.ts'
import type { OrganizationMemory } from './memory.ts'
import type { SimulatedProcess } from './simulated-process.ts'
import { isFaulty, type Office, type World } from './world.ts'

/** Whoever wakes up gives up a call of an ended claim within this: leases are looked after every second. */
const WAKES_UP_WITHIN_MS = 1_500
const AGREE_WITHIN_MS = 100
/** While clocks disagree a lease may look over to one and not to another: a comparison, a lease, and a call. */
const DISAGREE_FOR_MS = 120_000

/** One call at a time for an organization, over all processes that run. */
export function checkOneCaller(world: World, { callers, memory }: Office, process: SimulatedProcess): void {
  if (world.timeline.now - world.clockSteppedAt < DISAGREE_FOR_MS) return
  for (const [other, calls] of callers) {
    const isRunning = other.isAlive && !other.isPaused && other.awakeMs > WAKES_UP_WITHIN_MS
    // A machine that sleeps compares its clock late, and until then disagrees.
    const agrees = Math.abs(other.offset - process.offset) <= AGREE_WITHIN_MS
    if (other !== process && calls > 0 && isRunning && agrees)
      world.violations.add(`I10 ${memory.id}: two processes call at once`)
  }
}

/** Calls that a breaker may let through beyond what is reckoned here: what had begun before it opened. */
const SPARE_CALLS = 4
/** As many organizations must fail before it is the service that does. */
const ORGANIZATIONS = 3

/** Calls in an outage, in which none succeeds: as many as open a breaker, and then one a minute. */
export function checkCallsInOutage(world: World, office: Office, process: SimulatedProcess): void {
  checkBreakerOfLane(world, office)
  checkBreakerOfService(world, office, process)
}

function checkBreakerOfLane({ outageFrom, timeline, violations }: World, office: Office): void {
  const { lane, id } = office.memory
  office.callsInOutage += 1
  const minutes = (timeline.now - outageFrom) / PROBE_EVERY_MS
  // A claim that was not given back takes what it learnt with it.
  const forgotten = Number(lane.token) - lane.releases - 1
  const most = FAILURES_TO_OPEN * (1 + forgotten) + minutes + SPARE_CALLS
  if (office.callsInOutage > most)
    violations.add(`I11 ${id}: the breaker lets more than a call a minute through`)
}

function checkBreakerOfService(world: World, { memory }: Office, process: SimulatedProcess): void {
  const { now } = world.timeline
  const tried = process.triedInOutage
  tried.organizations.add(memory.id)
  tried.calls += 1
  const isOpen = tried.organizations.size >= ORGANIZATIONS && tried.calls >= FAILURES_TO_OPEN
  if (isOpen && tried.openSince === null) {
    tried.openSince = now
    tried.calls = 0
    tried.unheard = 0
  }
  if (tried.openSince === null) return
  const most = (now - tried.openSince) / PROBE_EVERY_MS + tried.unheard + SPARE_CALLS
  if (tried.openSince < now && tried.calls > most)
    world.violations.add(`I11 ${process.name}: asks a service that does not work more than once a minute`)
}

/** After so many pieces of work a lane makes room for another. */
const STEPS_BEFORE_MAKING_ROOM = 10

/** With room for one lane alone, none keeps another waiting for long. */
export function checkRoom(
  world: World,
  { lane, id }: OrganizationMemory,
  process: SimulatedProcess,
  commit: Commit,
): void {
  if (commit.intent !== undefined) return
  lane.steps += 1
  if (process.slots > 1 || lane.steps <= STEPS_BEFORE_MAKING_ROOM || !isFaulty(world)) return
  const now = process.clock().now()
  for (const { memory } of world.offices.values()) {
    const isWaiting =
      memory.lane.leaseUntil === null && memory.lane.nextAt !== null && memory.lane.nextAt <= now
    if (memory.id !== id && isWaiting) world.violations.add(`I6 ${memory.id}: ${id} makes no room for it`)
  }
}
