import { TypesettingBusy } from './typesetting-error.ts'

/** Things that wait, of several owners who take turns. */
export type FairQueue<T> = {
  /** @throws TypesettingBusy when as many wait or are out as may */
  add(owner: string, thing: T): void
  /** The next of the owner whose turn it is; it is out until it is done. */
  take(): { readonly owner: string; readonly thing: T } | undefined
  done(owner: string): void
  /** Takes out all that wait. */
  clear(): T[]
}

/**
 * A queue in which nobody waits for all that another has put in: each owner's next thing comes before another's
 * second. Bounded for each owner and in all, counting what is out.
 */
export function fairQueue<T>(limits: { readonly ofOne: number; readonly ofAll: number }): FairQueue<T> {
  const waiting = new Map<string, T[]>()
  const counts = new Map<string, number>()
  /** When each owner had a turn, of those that have anything here. */
  const turns = new Map<string, number>()
  let turn = 0
  let all = 0
  return {
    add(owner, thing) {
      const count = counts.get(owner) ?? 0
      if (count >= limits.ofOne) throw new TypesettingBusy('organization')
      if (all >= limits.ofAll) throw new TypesettingBusy('all')
      counts.set(owner, count + 1)
      all += 1
      waiting.set(owner, [...(waiting.get(owner) ?? []), thing])
    },
    take() {
      const [owner] = [...waiting.keys()].sort(
        (left, right) => (turns.get(left) ?? 0) - (turns.get(right) ?? 0),
      )
      if (owner === undefined) return undefined
      const [thing, ...rest] = waiting.get(owner) ?? []
      if (rest.length > 0) waiting.set(owner, rest)
      else waiting.delete(owner)
      turn += 1
      turns.set(owner, turn)
      return thing === undefined ? undefined : { owner, thing }
    },
    done(owner) {
      const count = counts.get(owner) ?? 0
      if (count > 1) counts.set(owner, count - 1)
      else {
        counts.delete(owner)
        turns.delete(owner)
      }
      all -= 1
    },
    clear() {
      const things = [...waiting.values()].flat()
      for (const [owner, own] of waiting) for (const _thing of own) this.done(owner)
      waiting.clear()
      return things
    },
  }
}
