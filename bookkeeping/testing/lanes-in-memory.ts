import type { SimulatedProcess } from '../simulation/simulated-process.ts'
import type { LaneView, Store } from '../src/ports/store.ts'
import { closedBreaker } from '../src/retries/breaker.ts'

/** Lanes that are due whenever nobody holds them, and always show `view`; each answer takes a millisecond. */
export function lanesInMemory(
  process: SimulatedProcess,
  organizations: readonly string[],
  view: LaneView,
): Store {
  const { timeline } = process
  const lanes = new Map(
    organizations.map((id) => [id, { nextAt: timeline.now, leaseUntil: null as number | null, token: 0n }]),
  )
  const laneOf = (id: string) => {
    const lane = lanes.get(id)
    if (lane === undefined) throw new Error(`No organization ${id}.`)
    return lane
  }
  const soon = <T>(step: () => T): Promise<T> =>
    new Promise((resolve) => {
      process.after(1, () => {
        timeline.stirred = true
        resolve(step())
      })
    })
  return {
    claimLanes: ({ now, leaseUntil, limit }) =>
      soon(() =>
        [...lanes]
          .filter(([, lane]) => lane.nextAt <= now && (lane.leaseUntil === null || lane.leaseUntil <= now))
          .sort(([, left], [, right]) => left.nextAt - right.nextAt)
          .slice(0, limit)
          .map(([organizationId, lane]) => {
            lane.leaseUntil = leaseUntil
            lane.token += 1n
            return { organizationId, token: lane.token, breaker: closedBreaker }
          }),
      ),
    renewLanes: (held, leaseUntil) =>
      soon(() => {
        for (const { organizationId } of held) laneOf(organizationId).leaseUntil = leaseUntil
        return new Set(held.map(({ organizationId }) => organizationId))
      }),
    releaseLane: ({ organizationId }, { now }) =>
      soon(() => {
        const lane = laneOf(organizationId)
        lane.leaseUntil = null
        lane.nextAt = now
      }),
    look: () => soon(() => view),
    commit: () => soon(() => 'done'),
    payables: () => soon(() => []),
    mutationReads: () => soon(() => 0),
  }
}
