import type { Administration, Mutation } from './administration.ts'
import type { Past } from './past.ts'

/** The books as they stood at an instant (ISO) of the last day: without what is newer, and with what was changed
 * since as it was. */
export function booksAt(books: Administration, instant: string): Administration {
  const { earlier, mutations, invoices } = books
  const added = books.relations.filter(({ addedAt }) => addedAt <= instant)
  return {
    ...books,
    ledger: asItWas(books.ledger, earlier.ledger, instant),
    relations: asItWas(added, earlier.relations, instant),
    mutations: mutationsAt(mutations, earlier.mutations, instant),
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

/** One that was taken out since is in its place again, by its number. */
function mutationsAt(now: readonly Mutation[], kept: readonly Past<Mutation>[], instant: string): Mutation[] {
  const then = new Map<number, Mutation>()
  for (const { id, until, was } of kept) if (was && until > instant && !then.has(id)) then.set(id, was)
  const known = now.map((mutation) => then.get(mutation.number) ?? mutation)
  const present = new Set(known.map(({ number }) => number))
  const removed = [...then.values()].filter(({ number }) => !present.has(number))
  return [...known, ...removed]
    .filter(({ bookedAt }) => bookedAt <= instant)
    .sort((one, other) => one.number - other.number)
}
