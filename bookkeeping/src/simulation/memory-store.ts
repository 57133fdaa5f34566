import { nextDue } from '../engine/next-due.ts'
import type { Store } from '../ports/store.ts'
import type { Coverage } from './coverage.ts'
import type { FaultPlan, LocalFault } from './fault-plan.ts'
import type { OrganizationMemory } from './memory.ts'
import type { Random } from './random.ts'
import type { SimulatedProcess } from './simulated-process.ts'

/** The database as one process sees it, and everything that can befall that process on the way to it. */
export type Link = {
  readonly organizations: ReadonlyMap<string, OrganizationMemory>
  readonly process: SimulatedProcess
  readonly plan: FaultPlan
  readonly random: Random
  readonly coverage: Coverage
  readonly isFaulty: () => boolean
  /** Kills this process; it starts again after a while. */
  readonly kill: () => void
}

/** The engine's memory without a disk: every method is one step that happens at one moment, or does not. */
export function memoryStore(link: Link): Store {
  const { organizations } = link
  const memoryOf = (id: string): OrganizationMemory => {
    const memory = organizations.get(id)
    if (memory === undefined) throw new Error(`No organization ${id}.`)
    return memory
  }
  return {
    claimLanes: ({ now, leaseUntil, limit }) =>
      transact(link, () => {
        const due = [...organizations.values()].filter(
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
          return { organizationId: memory.id, token: memory.lane.token, breaker: memory.lane.breaker }
        })
      }),

    renewLanes: (lanes, leaseUntil) =>
      transact(link, () => {
        const held = lanes.filter((lane) => isHeld(memoryOf(lane.organizationId), lane.token))
        for (const lane of held) memoryOf(lane.organizationId).lane.leaseUntil = leaseUntil
        return new Set(held.map((lane) => lane.organizationId))
      }),

    releaseLane: (lane, { now, notBefore, breaker }) =>
      transact(link, () => {
        const memory = memoryOf(lane.organizationId)
        if (!isHeld(memory, lane.token)) return
        const due = nextDue(memory.look(now), now)
        memory.lane.leaseUntil = null
        memory.lane.breaker = breaker
        memory.lane.nextAt = due === null ? null : Math.max(due, notBefore ?? due)
      }),

    look: (lane, now) => transact(link, () => memoryOf(lane.organizationId).look(now)),

    commit: (lane, commit) =>
      transact(link, () => {
        const memory = memoryOf(lane.organizationId)
        return isHeld(memory, lane.token) ? memory.commit(commit) : 'lane_lost'
      }),
  }
}

function isHeld({ lane }: OrganizationMemory, token: bigint): boolean {
  return lane.token === token && lane.leaseUntil !== null
}

/** A statement on its way to the database and its answer on the way back; either may be the last that happens. */
function transact<T>(link: Link, step: () => T): Promise<T> {
  const { process, random } = link
  return new Promise((resolve, reject) => {
    dieOrSleep(link)
    process.timeline.after(random.between(0, 3), () => {
      // A process that died before its statement left sends none; one that died after never hears of it.
      if (!process.isAlive && random.happens(0.5)) return
      if (happens(link, 'statement_fails'))
        return process.after(1, () => reject(new Error('statement failed')))
      const result = step()
      if (happens(link, 'commit_unclear')) return process.after(1, () => reject(new Error('connection lost')))
      process.after(random.between(0, 3), () => {
        dieOrSleep(link)
        if (process.isAlive) process.after(0, () => resolve(result))
      })
    })
  })
}

function dieOrSleep(link: Link): void {
  if (happens(link, 'killed')) link.kill()
  else if (happens(link, 'paused')) link.process.pause(link.random.between(500, 20 * 60_000))
}

function happens(link: Link, fault: LocalFault): boolean {
  if (!link.isFaulty() || !link.process.isAlive || !link.random.happens(link.plan.local[fault])) return false
  link.coverage.count(fault)
  return true
}
