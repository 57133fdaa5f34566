import { nextDue } from '../src/engine/next-due.ts'
import type { Commit, Store } from '../src/ports/store.ts'
import { befall } from './befall.ts'
import { DatabaseFailure } from './database-failure.ts'
import { checkCommit } from './invariants-now.ts'
import { checkRoom } from './invariants-of-calls.ts'
import { checkTrying } from './invariants-of-trying.ts'
import type { OrganizationMemory } from './memory.ts'
import type { SimulatedProcess } from './simulated-process.ts'
import { happens, officeOf, type Point, type World } from './world.ts'

/** The engine's memory without a disk: every method is one step that happens at one moment, or does not. */
export function memoryStore(world: World, process: SimulatedProcess): Store {
  const memoryOf = (id: string): OrganizationMemory => officeOf(world, id).memory
  const transact = <T>(points: { before: Point; after: Point }, step: () => T) =>
    transaction(world, process, points, step)
  return {
    claimLanes: ({ now, leaseUntil, limit }) =>
      transact({ before: 'P1', after: 'P1' }, () => {
        const due = [...world.offices.values()]
          .map((office) => office.memory)
          .filter(
            ({ lane }) =>
              lane.nextAt !== null &&
              lane.nextAt <= now &&
              (lane.leaseUntil === null || lane.leaseUntil <= now),
          )
        const taken = due
          .sort((left, right) => (left.lane.nextAt ?? 0) - (right.lane.nextAt ?? 0))
          .slice(0, limit)
        return taken.map((memory) => {
          memory.lane.leaseUntil = leaseUntil
          memory.lane.token += 1n
          memory.lane.steps = 0
          return { organizationId: memory.id, token: memory.lane.token, breaker: memory.lane.breaker }
        })
      }),

    renewLanes: (lanes, leaseUntil) =>
      transact({ before: 'P1', after: 'P1' }, () => {
        const held = lanes.filter((lane) => isHeld(memoryOf(lane.organizationId), lane.token))
        for (const lane of held) memoryOf(lane.organizationId).lane.leaseUntil = leaseUntil
        return new Set(held.map((lane) => lane.organizationId))
      }),

    releaseLane: (lane, { now, notBefore, breaker }) =>
      transact({ before: 'P12', after: 'P12' }, () => {
        const memory = memoryOf(lane.organizationId)
        if (!isHeld(memory, lane.token)) return
        memory.forgetFormerCodes()
        const due = nextDue(memory.look(now), now)
        memory.lane.leaseUntil = null
        memory.lane.releases += 1
        memory.lane.breaker = breaker
        memory.lane.nextAt = due === null ? null : Math.max(due, notBefore ?? due)
      }),

    look: (lane, now) =>
      transact({ before: 'P1', after: 'P1' }, () => memoryOf(lane.organizationId).look(now)),

    // Nobody pays in these histories, and nothing is read of it: «payments» has a property test of its own.
    payables: async () => [],
    mutationReads: async () => 0,

    commit: (lane, commit) =>
      transact(pointsOf(commit), () => {
        const memory = memoryOf(lane.organizationId)
        if (!isHeld(memory, lane.token)) return 'lane_lost'
        const { pausedCause } = memory.connection
        checkTrying(world, memory, commit)
        const committed = memory.commit(commit, world.timeline.now)
        world.trace.note(world.timeline.now, commit.booking?.event ?? commit.relation?.event ?? committed)
        checkRoom(world, memory, process, commit)
        if (committed === 'done')
          checkCommit(world, officeOf(world, lane.organizationId), commit, pausedCause)
        return committed
      }),
  }
}

function isHeld({ lane }: OrganizationMemory, token: bigint): boolean {
  return lane.token === token && lane.leaseUntil !== null
}

function pointsOf(commit: Commit): { before: Point; after: Point } {
  if (commit.tested !== undefined || commit.pause != null) return { before: 'P15', after: 'P15' }
  if (commit.intent !== undefined) return { before: 'P3', after: 'P2' }
  if (commit.relation !== undefined) return { before: 'P6', after: 'P12' }
  if (commit.verified !== undefined || commit.verifyAgain !== undefined)
    return { before: 'P14', after: 'P14' }
  return commit.finishes === undefined ? { before: 'P13', after: 'P13' } : { before: 'P11', after: 'P12' }
}

/** A statement on its way to the database and its answer on the way back; either may be the last that happens. */
function transaction<T>(
  world: World,
  process: SimulatedProcess,
  points: { before: Point; after: Point },
  step: () => T,
): Promise<T> {
  const { random, timeline } = world
  const settle = (act: () => void) =>
    process.after(random.between(0, 3), () => {
      timeline.stirred = true
      act()
    })
  return new Promise((resolve, reject) => {
    const wasAlive = process.isAlive
    const fail = (error: DatabaseFailure) => {
      process.triedInOutage.unheard += 1
      settle(() => reject(error))
    }
    befall(world, process, points.before)
    const slow = happens(world, 'statement_slow') ? random.between(1_000, 40_000) : random.between(0, 3)
    timeline.after(slow, () => {
      // A process that died before its statement left sends none; one that died after never hears of it.
      if (!wasAlive || (!process.isAlive && random.happens(0.5))) return
      const fails = timeline.now < world.databaseDownUntil || happens(world, 'statement_fails')
      if (fails) return fail(new DatabaseFailure('statement failed'))
      const result = step()
      befall(world, process, points.after)
      if (happens(world, 'commit_unclear')) return fail(new DatabaseFailure('connection lost'))
      settle(() => resolve(result))
    })
  })
}
