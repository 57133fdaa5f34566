import type { Commit, Store } from '../../src/ports/store.ts'

export const storePoints = [
  'P1 look',
  'P2 relation intent',
  'P6 relation outcome',
  'P2 booking intent',
  'P11 booking outcome',
  'P12 release',
  'P13 look-up',
  'P14 verification',
] as const

export type StorePoint = (typeof storePoints)[number]

/**
 * - `dies before`: the process ends before its transaction (kill -9, or a statement that fails)
 * - `dies after`: it ends after the commit and before it hears of it
 * - `sleeps`: it hears of it only long after its lease is over
 */
export const mishapWays = ['dies before', 'dies after', 'sleeps'] as const
export type Mishap = { readonly point: StorePoint; readonly way: (typeof mishapWays)[number] }

/**
 * The store with one mishap for each organization that has one. An exception leaves a lane to its lease, exactly
 * as the death of its process does.
 */
export class TroubledStore {
  readonly store: Store
  readonly #mishaps: Map<string, Mishap>
  readonly #sleeping: { readonly wake: () => void; readonly since: number }[] = []
  /** Organizations whose lane nobody works for although it is held: asleep, or left to its lease. */
  readonly abandoned = new Set<string>()
  /** Mishaps that happened. */
  happened = 0

  constructor(inner: Store, mishaps: ReadonlyMap<string, Mishap>) {
    this.#mishaps = new Map(mishaps)
    const meet = <T>(id: string, point: StorePoint | null, act: () => Promise<T>) =>
      this.#meet(id, point, act)
    this.store = {
      claimLanes: async (claim) => {
        const lanes = await inner.claimLanes(claim)
        for (const lane of lanes) this.abandoned.delete(lane.organizationId)
        return lanes
      },
      payables: (of) => inner.payables(of),
      mutationReads: (of) => inner.mutationReads(of),
      renewLanes: (lanes, until) => inner.renewLanes(lanes, until),
      releaseLane: (lane, closing) =>
        meet(lane.organizationId, 'P12 release', () => inner.releaseLane(lane, closing)),
      look: (lane, now) => meet(lane.organizationId, 'P1 look', () => inner.look(lane, now)),
      commit: (lane, commit) => meet(lane.organizationId, pointOf(commit), () => inner.commit(lane, commit)),
    }
  }

  get asleep(): number {
    return this.#sleeping.length
  }

  /** Lets those go on that fell asleep before this round. */
  wakeSleepers(round: number): void {
    const due = this.#sleeping.filter((it) => it.since < round)
    for (const sleeper of due) {
      this.#sleeping.splice(this.#sleeping.indexOf(sleeper), 1)
      sleeper.wake()
    }
  }

  round = 0

  async #meet<T>(id: string, point: StorePoint | null, act: () => Promise<T>): Promise<T> {
    const mishap = this.#mishaps.get(id)
    if (mishap === undefined || mishap.point !== point) return act()
    this.#mishaps.delete(id)
    this.happened += 1
    if (mishap.way === 'dies before') this.abandoned.add(id)
    if (mishap.way === 'dies before') throw new Error('died before')
    const result = await act()
    // A lane that was given back is not held by anybody.
    if (point !== 'P12 release') this.abandoned.add(id)
    if (mishap.way === 'dies after') throw new Error('died after')
    await new Promise<void>((wake) => this.#sleeping.push({ wake, since: this.round }))
    return result
  }
}

function pointOf(commit: Commit): StorePoint | null {
  if (commit.verified !== undefined || commit.verifyAgain !== undefined) return 'P14 verification'
  if (commit.intent !== undefined)
    return commit.booking === undefined ? 'P2 relation intent' : 'P2 booking intent'
  if (commit.finishes !== undefined)
    return commit.booking === undefined ? 'P6 relation outcome' : 'P11 booking outcome'
  const event = commit.booking?.event ?? commit.relation?.event
  return event === 'found' || event === 'absent' || event === 'still_unknown' ? 'P13 look-up' : null
}
