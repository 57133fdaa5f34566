/** Chance that is the same every time, from a seed: a business made twice is the same business. */
export interface Random {
  /** At least 0 and less than 1. */
  fraction(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** @throws RangeError when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item
  /** True once in so many times. */
  oneIn(times: number): boolean
}

/** Mulberry32, seeded with a 32-bit FNV-1a hash of the name. */
export function randomFrom(name: string): Random {
  let state = 0x811c9dc5
  for (const character of name) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193)
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    between,
    pick(items) {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new RangeError('There is nothing to pick from.')
      return item
    },
    oneIn: (times) => between(1, times) === 1,
  }
}
