import type { BookedMutation, MutationRange, ReadingProgress } from '../ports/readings.ts'
import { salesOf } from './books-side.ts'

/** The service answers with as many at the most: fewer, and the period has no more (manual 5.5). */
const ROWS_OF_ANSWER = 500

export function beginReading(period: { readonly from: string; readonly until: string }): ReadingProgress {
  return { ...period, upTo: null, isWhole: false, calls: 0, mutationsRead: 0, sales: [] }
}

/** One answer with nothing at all proves nothing: it is asked once more, longer after than a reading may lag. */
export function isEmptyAtFirst({ calls }: ReadingProgress, page: readonly BookedMutation[]): boolean {
  return calls === 0 && page.length === 0
}

export function nextPage({ from, until, upTo }: ReadingProgress): MutationRange {
  return { dateFrom: from, dateTo: until, ...(upTo === null ? {} : { to: upTo }) }
}

/**
 * What is known after one more answer. Where it is full, the lowest number of it is read once more with what lies
 * below: should the service count rows and not mutations, that one may have come in part, and the whole one counts.
 */
export function afterPage(progress: ReadingProgress, page: readonly BookedMutation[]): ReadingProgress {
  const rows = page.reduce((sum, { lines }) => sum + Math.max(1, lines.length), 0)
  const isFull = page.length >= ROWS_OF_ANSWER || rows >= ROWS_OF_ANSWER
  const lowest = Math.min(...page.map(({ number }) => number))
  const read = new Map(progress.sales.map((sale) => [sale.number, sale]))
  let added = 0
  for (const mutation of page) {
    if (mutation.number !== progress.upTo) added += 1
    const sale = salesOf(mutation)
    const before = read.get(mutation.number)
    if (sale !== null && sale.lines.length >= (before?.lines.length ?? 0)) read.set(mutation.number, sale)
  }
  // An answer that is full of one mutation alone is passed, so that reading ends.
  const below = lowest === progress.upTo ? lowest - 1 : lowest
  const upTo = page.length === 0 ? progress.upTo : below
  return {
    ...progress,
    upTo,
    isWhole: !isEmptyAtFirst(progress, page) && (!isFull || (upTo ?? 0) < 1),
    calls: progress.calls + 1,
    mutationsRead: progress.mutationsRead + (progress.upTo === null ? page.length : added),
    sales: [...read.values()].toSorted((left, right) => left.number - right.number),
  }
}
