import {
  type BackfillRow,
  countExchanges,
  findBackfillsToDo,
  inOrganization,
  putOffBackfill,
  saveBackfillPage,
  takeBackfillPage,
} from '@stella/database'
import { linkedCodes, type ReaderParts } from '../books/linked-codes.ts'
import { withBooks } from '../books/with-books.ts'
import { classify } from '../causes/classify.ts'
import { mayReadMore, monthBegan, readAgainAt, SECOND_READING_AFTER_MS } from '../payments/reading.ts'
import type { Exchange, RelationDetails, Said } from '../ports/books.ts'
import type { ReadingProgress, SalesMutation } from '../ports/readings.ts'
import { keepExchanges } from '../postgres/exchange-statements.ts'
import { afterPage, isEmptyAtFirst, nextPage } from '../reconciliation/read-pages.ts'
import { TOTAL_TIME_OUT_MS } from '../retries/absence.ts'

/** So many administrations are read at once. */
const AT_ONCE = 4
/** A session and two calls; whoever takes it after that finds a reader that died. */
const TAKEN_FOR_MS = 3 * TOTAL_TIME_OUT_MS
/** The last day that the books take, so that all later ones are read. */
const LAST_DAY = '2049-12-31'

/**
 * Reads one page of what each dry run asks for: 500 mutations a call, written down after each, so that it goes on where it
 * was. Returns whether anything was read: then there may be more.
 */
export async function readBackfills(parts: ReaderParts, stopped: AbortSignal): Promise<boolean> {
  const now = new Date(parts.clock.now())
  const asked = await findBackfillsToDo(parts.database, { state: 'reading', now, limit: AT_ONCE })
  const read = await Promise.all(asked.map((one) => readPage(parts, one, stopped)))
  return read.some((it) => it)
}

async function readPage(
  parts: ReaderParts,
  { backfillId: id, organizationId }: { organizationId: string; backfillId: string },
  stopped: AbortSignal,
): Promise<boolean> {
  const { clock, database } = parts
  const within = <T>(work: Parameters<typeof inOrganization<T>>[2]) =>
    inOrganization(database, organizationId, work)
  const now = clock.now()
  const until = new Date(now + TAKEN_FOR_MS)
  const backfill = await within((tx) => takeBackfillPage(tx, { id, now: new Date(now), until }))
  if (backfill === null) return false
  const { books_id: booksId } = backfill
  const since = new Date(monthBegan(now))
  const reads = await within((tx) => countExchanges(tx, { booksId, operation: 'GetMutaties', since }))
  const progress = progressOf(backfill)
  const said = mayReadMore(reads) ? await ask(parts, organizationId, backfill, progress, stopped) : null
  const at = clock.now()
  const exchanges: readonly Exchange[] = said?.exchanges ?? []
  await within(async (tx) => {
    await keepExchanges(tx, { at, booksId, exchanges })
    if (said === null || !said.ok) {
      const cause = said === null ? 'call_limit_reached' : classify(said.failure).cause
      await putOffBackfill(tx, { id, cause, nextAt: new Date(readAgainAt(at)) })
      return
    }
    const { relations, ...page } = said.value
    const nextAt = new Date(page.isEmptyAtFirst ? at + SECOND_READING_AFTER_MS : at)
    const readAt = relations === null ? null : new Date(at)
    const { calls, mutationsRead, sales, upTo } = page.progress
    await saveBackfillPage(tx, { id, upTo, calls, mutationsRead, sales, relations, readAt, nextAt })
  })
  return said?.ok === true
}

function progressOf(backfill: BackfillRow): ReadingProgress {
  return {
    from: backfill.read_from,
    until: LAST_DAY,
    upTo: backfill.up_to === null ? null : Number(backfill.up_to),
    isWhole: false,
    calls: backfill.calls,
    mutationsRead: backfill.mutations_read,
    sales: salesIn(backfill),
  }
}

/** Written by readPage() and by nobody else. */
export function salesIn({ sales }: BackfillRow): readonly SalesMutation[] {
  return sales as readonly SalesMutation[]
}

/** Written by readPage() and by nobody else. */
export function relationsIn({ relations }: BackfillRow): readonly RelationDetails[] {
  return (relations ?? []) as readonly RelationDetails[]
}

type Page = {
  readonly progress: ReadingProgress
  readonly isEmptyAtFirst: boolean
  /** With the last page. */
  readonly relations: readonly RelationDetails[] | null
}

async function ask(
  parts: ReaderParts,
  organizationId: string,
  { books_id: booksId }: BackfillRow,
  progress: ReadingProgress,
  stopped: AbortSignal,
): Promise<Said<Page>> {
  const codes = await linkedCodes(parts, { organizationId, booksId })
  if (codes === null) return { ok: false, failure: { kind: 'codes_unreadable' }, exchanges: [] }
  const within = { clock: parts.clock, withinMs: 2 * TOTAL_TIME_OUT_MS }
  return withBooks(parts.openBooks(codes), within, async (books, deadline): Promise<Said<Page>> => {
    const signal = AbortSignal.any([stopped, deadline])
    const page = await books.readMutations(nextPage(progress), signal)
    if (!page.ok) return page
    const after = afterPage(progress, page.value)
    const read = { progress: after, isEmptyAtFirst: isEmptyAtFirst(progress, page.value) }
    if (!after.isWhole) return { ...page, value: { ...read, relations: null } }
    const relations = await books.allRelations(signal)
    const exchanges = [...page.exchanges, ...relations.exchanges]
    if (!relations.ok) return { ...relations, exchanges }
    return { ok: true, value: { ...read, relations: relations.value }, exchanges }
  })
}
