import type { CauseCode } from '../causes/causes.ts'
import { classify } from '../causes/classify.ts'
import type { Books } from '../ports/books.ts'
import type { BookedMutation } from '../ports/readings.ts'

/** The service answers with as many at the most (manual 5.5). */
const ROWS_OF_ANSWER = 500

export type ReadSince =
  | { readonly ok: true; readonly sales: readonly BookedMutation[] }
  | { readonly ok: false; readonly cause: CauseCode | null }

/**
 * All sales invoices of the books from this mutation on, lowest first: their newest are given first, so they are asked
 * for from the end. An answer with nothing in it proves nothing, and is asked for once more.
 *
 * @param since.number the lowest that may be new; with null all from `dateFrom` on
 */
export async function readSince(
  books: Books,
  since: { readonly number: number | null; readonly dateFrom: string },
  signal: AbortSignal,
): Promise<ReadSince> {
  const found = new Map<number, BookedMutation>()
  const from = since.number === null ? { dateFrom: since.dateFrom } : { from: since.number }
  let to: number | undefined
  for (let empty = 0; empty < 2; ) {
    const said = await books.readMutations({ ...from, ...(to === undefined ? {} : { to }) }, signal)
    if (!said.ok) return { ok: false, cause: classify(said.failure).cause }
    const page = said.value
    if (page.length === 0) {
      empty += to === undefined ? 1 : 2
      continue
    }
    for (const mutation of page) keepWhole(found, mutation)
    const rows = page.reduce((sum, { lines }) => sum + Math.max(1, lines.length), 0)
    if (page.length < ROWS_OF_ANSWER && rows < ROWS_OF_ANSWER) break
    const lowest = Math.min(...page.map(({ number }) => number))
    // Should the service count rows and not mutations, the lowest one may have come in part: it is asked for again.
    to = lowest === to ? lowest - 1 : lowest
    if (to < (since.number ?? 1)) break
  }
  const sales = [...found.values()].filter(({ kind }) => kind === 'invoice_sent')
  return { ok: true, sales: sales.toSorted((one, other) => one.number - other.number) }
}

function keepWhole(found: Map<number, BookedMutation>, mutation: BookedMutation): void {
  const before = found.get(mutation.number)
  if (before === undefined || before.lines.length < mutation.lines.length)
    found.set(mutation.number, mutation)
}
