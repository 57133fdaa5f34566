import type { Chance } from '../ports/chance.ts'

/** Chance that comes from a seed, and is therefore the same every time. */
export type Random = Chance & {
  /** True with this probability. */
  happens(probability: number): boolean
  /** A whole number from `low` up to and including `high`. */
  between(low: number, high: number): number
}

/** SplitMix32: 32 bits of state, enough to tell millions of histories apart. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed ^ 0x5bf03635, 0x9e3779b1) >>> 0
  let ids = 0
  const fraction = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  return {
    fraction,
    id: () => {
      ids += 1
      return `${seed}-${ids}`
    },
    happens: (probability) => fraction() < probability,
    between: (low, high) => low + Math.floor(fraction() * (high - low + 1)),
  }
}
