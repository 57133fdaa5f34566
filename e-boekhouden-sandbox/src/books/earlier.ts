import type { Administration } from './administration.ts'

/** How something stood until it was changed; `was` is null before it was there. */
export interface Past<T> {
  id: number
  /** Instant, ISO. */
  until: string
  was: T | null
}

/** Stale reads go back a day at most, so nothing older is kept. */
const keptMs = 86_400_000

export function keepPast<T>(kept: Past<T>[], past: Past<T>): void {
  const oldest = new Date(Date.parse(past.until) - keptMs).toISOString()
  while (kept[0] && kept[0].until < oldest) kept.shift()
  kept.push(past)
}

/** The books as they stood at an instant (ISO) of the last day: without what is newer, and with what was changed
 * since as it was. */
export function booksAt(books: Administration, instant: string): Administration {
  const { earlier, mutations, invoices } = books
  const added = books.relations.filter(({ addedAt }) => addedAt <= instant)
  return {
    ...books,
    ledger: asItWas(books.ledger, earlier.ledger, instant),
    relations: asItWas(added, earlier.relations, instant),
    mutations: mutations.filter(({ bookedAt }) => bookedAt <= instant),
    invoices: invoices.filter(({ madeAt }) => madeAt <= instant),
  }
}

function asItWas<T extends { id: number }>(
  now: readonly T[],
  kept: readonly Past<T>[],
  instant: string,
): T[] {
  const then = new Map<number, T | null>()
  for (const { id, until, was } of kept) if (until > instant && !then.has(id)) then.set(id, was)
  return now.flatMap((one) => {
    const was = then.get(one.id)
    return was === undefined ? [one] : was === null ? [] : [was]
  })
}
