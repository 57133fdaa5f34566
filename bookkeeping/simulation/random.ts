import type { Chance } from '../src/ports/chance.ts'

/** Chance that comes from a seed, and is therefore the same every time. */
export type Random = Chance & {
  /** True with this probability. */
  happens(probability: number): boolean
  /** A whole number from `low` up to and including `high`. */
  between(low: number, high: number): number
}

/**
 * SplitMix32: 32 bits of state, enough to tell millions of histories apart. Each `stream` of a seed runs by
 * itself, so that one fault that is switched off does not change what the others do.
 */
export function randomFrom(seed: number, stream = ''): Random {
  let state = Math.imul(seed ^ hashOf(stream), 0x9e3779b1) >>> 0
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
      return `${stream}-${ids}`
    },
    happens: (probability) => probability > 0 && fraction() < probability,
    between: (low, high) => low + Math.floor(fraction() * (high - low + 1)),
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}
