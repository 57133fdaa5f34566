/** Dice that fall the same way for the same seed. */
export type Dice = {
  /** At least 0, less than 1. */
  fraction(): number
  /** A whole number from `least` up to and including `most`. */
  whole(least: number, most: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  /** True in this share of the throws. */
  happens(share: number): boolean
  shuffled<T>(items: readonly T[]): T[]
  /** Other dice, that do not disturb these. */
  split(name: string): Dice
}

/** mulberry32: 32 bits of state, plenty for choosing what to break. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    whole,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    happens: (share) => fraction() < share,
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: fraction() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
    split: (name) => dice([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed)),
  }
}
