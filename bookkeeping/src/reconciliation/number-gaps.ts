import type { StellaSale } from './stella-side.ts'

type Numbered = Pick<StellaSale, 'number'>

/** More than so many missing numbers in a row are another series, or one that was moved on, and no gap. */
const LONGEST_GAP = 20n

/**
 * Runs of numbers that no document has.
 *
 * @param given of numbersBetween(), those that documents of other periods have
 */
export function numberGaps(sales: readonly Numbered[], given: ReadonlySet<string>): string[][] {
  return gaps(sales)
    .map((missing) => missing.filter((number) => !given.has(number)))
    .filter((numbers) => numbers.length > 0)
}

/** The numbers that lie between those of the period, in which they may be missing or belong to another one. */
export function numbersBetween(sales: readonly Numbered[]): string[] {
  return gaps(sales).flat()
}

/** Numbers that lie between two of the same form, and that no document of the period has. */
function gaps(sales: readonly Numbered[]): string[][] {
  const byForm = Map.groupBy(
    sales.flatMap(({ number }) => partsOf(number) ?? []),
    ({ before, width }) => `${before}/${width}`,
  )
  return [...byForm.values()].flatMap((parts) => {
    const sorted = parts.toSorted((left, right) => (left.place < right.place ? -1 : 1))
    return sorted.flatMap((part, at) => {
      const next = sorted[at + 1]
      const missing = next === undefined ? 0n : next.place - part.place - 1n
      if (missing <= 0n || missing > LONGEST_GAP) return []
      const numbers = Array.from({ length: Number(missing) }, (_, step) => {
        const place = part.place + BigInt(step) + 1n
        return `${part.before}${place.toString().padStart(part.width, '0')}`
      })
      return [numbers]
    })
  })
}

function partsOf(number: string): { before: string; place: bigint; width: number } | null {
  const [, before = '', digits] = /^(.*?)(\d+)$/.exec(number) ?? []
  return digits === undefined ? null : { before, place: BigInt(digits), width: digits.length }
}
