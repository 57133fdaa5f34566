import { restartAfterKill } from './restart-after-kill.ts'
import type { SimulatedProcess } from './simulated-process.ts'
import { happens, type Point, type World } from './world.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** Clocks that disagree take this off the quarantine: more is not promised. */
const SMALL_STEP_MS = 3 * SECOND

/** Where processes come by most of the time without anything to do, less befalls them. */
const seldom: Partial<Record<Point, number>> = { P1: 0.02, P3: 0.1, P12: 0.03, P6: 0.3, P13: 0.5, P15: 0.2 }

/** A process stands at a point of its work: now it may be killed, stopped, paused, or blocked. */
export function befall(world: World, process: SimulatedProcess, point: Point): void {
  if (!process.isAlive || process.isPaused) return
  const { coverage, random } = world
  coverage.count(point)
  const rarely = seldom[point]
  if (rarely !== undefined && !random.happens(rarely)) return
  // Whoever sleeps wakes up when another is in the middle of something: the worst moment there is.
  if (point === 'P9' || point === 'P5') wakeOneOf(world)
  const first = random.happens(0.5) ? 'timer' : 'socket'
  if (happens(world, 'killed')) {
    coverage.count(`killed ${point}`)
    restartAfterKill(world, process)
  } else if (happens(world, 'stopped')) {
    coverage.count(`stopped ${point}`)
    void world.workers.get(process)?.stop()
    process.timer(random.between(1, 20) * SECOND, () => restartAfterKill(world, process))
  } else if (happens(world, 'paused')) {
    coverage.count(`paused ${point}`)
    process.pause(random.between(15 * SECOND, 20 * MINUTE), first)
    if (happens(world, 'clock_steps')) stepClock(world)
  } else if (happens(world, 'asleep')) {
    coverage.count(`asleep ${point}`)
    process.fallAsleep(random.between(SECOND, 20 * MINUTE), first)
  } else if (happens(world, 'blocked')) {
    process.pause(random.between(SECOND / 2, 14 * SECOND), first)
  }
}

function wakeOneOf(world: World): void {
  for (const process of world.processes) {
    if (process.isPaused && world.random.happens(0.15)) {
      const first = world.random.happens(0.5) ? 'timer' : 'socket'
      world.timeline.after(world.random.between(0, 500), () => process.resume(first))
    }
  }
}

/**
 * The database's time of day jumps. A large jump reaches all processes at once; while they disagree for the
 * minute until each has compared, no more is promised than the quarantine has to spare.
 */
export function stepClock(world: World): void {
  world.clockSteppedAt = world.timeline.now
  const isLarge = Math.abs(world.clockStep) < 60 * MINUTE && world.random.happens(0.5)
  world.clockStep += isLarge
    ? world.random.between(-60 * MINUTE, 60 * MINUTE)
    : world.random.between(-SMALL_STEP_MS, SMALL_STEP_MS)
  for (const process of world.processes) {
    if (isLarge) process.offset = world.clockStep
    else if (process.isAlive) compareLater(world, process)
  }
}

/** Once a minute a process compares its time of day with the database's. */
function compareLater(world: World, process: SimulatedProcess): void {
  process.timer(world.random.between(0, MINUTE), () => {
    process.offset = world.clockStep + world.random.between(-20, 20)
    world.clockSteppedAt = world.timeline.now
  })
}
