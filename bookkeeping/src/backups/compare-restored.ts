import {
  changeConnection,
  type Database,
  findConnection,
  findInvoice,
  highestMutationNumber,
  inOrganization,
  keepNumbersInBooks,
  markLaneDue,
  recordActivity,
  referencesWithoutBooking,
  type Transaction,
} from '@stella/database'
import { connectionEntry } from '../activities/activity-entries.ts'
import { invoiceOf, isReference } from '../bookings/reference.ts'
import { openCodes } from '../books/kept-books.ts'
import { withBooks } from '../books/with-books.ts'
import type { CauseCode } from '../causes/causes.ts'
import { beginOfLastYear, type OpenBooks } from '../connections/examine-codes.ts'
import type { Seal } from '../encryption/seal.ts'
import type { Books, FoundMutation } from '../ports/books.ts'
import type { Clock } from '../ports/clock.ts'
import type { BookedMutation } from '../ports/readings.ts'
import { TOTAL_TIME_OUT_MS } from '../retries/absence.ts'
import { passNumbers } from './pass-numbers.ts'
import { readSince } from './read-since.ts'
import { recoverDraft } from './recover-draft.ts'
import { recoverRelations } from './recover-relations.ts'

export type CompareDependencies = {
  /** Role `stella_app`. */
  readonly app: Database
  /** Role `stella_worker`: it alone reads sealed codes. */
  readonly worker: Database
  readonly openBooks: OpenBooks
  readonly seal: Seal
  readonly clock: Clock
}

export type BooksCompared =
  /** Not restored, or compared already. */
  | { readonly outcome: 'nothing_to_compare' }
  /** There are no codes to read the books with; numbers go on as they were. */
  | { readonly outcome: 'not_connected' }
  /** The books could not be read: the connection stays paused, and no invoice becomes final. */
  | { readonly outcome: 'not_read'; readonly cause: CauseCode | null }
  | {
      readonly outcome: 'compared'
      /** Numbers of drafts that had become final and were booked after the backup, and are final again. */
      readonly recovered: readonly string[]
      /** Numbers that stand in the books with Stella's mark, and whose invoices Stella no longer has. */
      readonly gone: readonly string[]
      /** Of these, those that are a draft here, which says something else than what was booked. */
      readonly changed: readonly string[]
    }

/**
 * After a restore, before anything is booked or numbered: reads in the books what was booked after the backup, by
 * Stella's own mark.
 *
 * A draft that is found there became final after the backup. Where it still says what was booked, it becomes final
 * again under its number, and its booking is recognised and never sent. What Stella no longer has stands in the log,
 * and the series go on after its number. Then the connection is tested, and goes on by itself.
 *
 * @param reason why a series goes on with a higher number, as people read it
 */
export async function compareRestored(
  dependencies: CompareDependencies,
  { organizationId, reason }: { organizationId: string; reason: string },
): Promise<BooksCompared> {
  const { app, clock, openBooks } = dependencies
  const connection = await inOrganization(app, organizationId, findConnection)
  if (connection === null || connection.restored_at === null) return { outcome: 'nothing_to_compare' }
  if (connection.state === 'disconnected') {
    await inOrganization(app, organizationId, (tx) => endComparison(tx, new Date(clock.now())))
    return { outcome: 'not_connected' }
  }
  const of = { connectionId: connection.id, booksId: connection.books_id }
  const codes = await openCodes({ ...dependencies, database: dependencies.worker }, { organizationId }, of)
  if (codes === null) return { outcome: 'not_read', cause: 'codes_unreadable' }
  const withinMs = MOST_CALLS * TOTAL_TIME_OUT_MS
  return withBooks(openBooks(codes), { clock, withinMs }, async (books, signal): Promise<BooksCompared> => {
    const known = await inOrganization(app, organizationId, (tx) => highestMutationNumber(tx, of.booksId))
    const read = await readSince(
      books,
      { number: known === null ? null : known + 1, dateFrom: beginOfLastYear(clock) },
      signal,
    )
    if (!read.ok) return { outcome: 'not_read', cause: read.cause }
    const marked = read.sales.filter(({ document }) => isReference(document))
    const missing = await inOrganization(app, organizationId, (tx) => withoutBooking(tx, marked))
    const drafts = await readDrafts(books, missing, signal)
    if (drafts === null) return { outcome: 'not_read', cause: null }
    const found = { ...read, missing, drafts, booksId: of.booksId }
    return inOrganization(app, organizationId, (tx) =>
      settle(tx, found, { reason, at: new Date(clock.now()) }),
    )
  })
}

async function withoutBooking(
  tx: Transaction,
  marked: readonly BookedMutation[],
): Promise<readonly BookedMutation[]> {
  const references = marked.map(({ document }) => document)
  const unknown = new Set(await referencesWithoutBooking(tx, references))
  return marked.filter(({ document }) => unknown.has(document))
}

/** Each of them as the look-up of a booking reads it; null when the books could not be read. */
async function readDrafts(
  books: Books,
  missing: readonly BookedMutation[],
  signal: AbortSignal,
): Promise<readonly FoundMutation[] | null> {
  const all: FoundMutation[] = []
  for (const { document, invoiceNumber } of missing) {
    const said = await books.findMutations(invoiceNumber, signal)
    if (!said.ok) return null
    // Two under one number are for people to judge.
    if (said.value.length === 1) all.push(...said.value.filter((it) => it.document === document))
  }
  return all
}

/** Pages of many books take longer than one call: each has its own time-out, and all of them this many of it. */
const MOST_CALLS = 100

type Found = {
  readonly booksId: string
  readonly sales: readonly BookedMutation[]
  /** Those of them with Stella's mark of which no booking is known. */
  readonly missing: readonly BookedMutation[]
  readonly drafts: readonly FoundMutation[]
}

async function settle(
  tx: Transaction,
  { booksId, drafts, missing, sales }: Found,
  { at, reason }: { reason: string; at: Date },
): Promise<BooksCompared> {
  // First: no number is given while the books are not compared.
  await endComparison(tx, at)
  await recoverRelations(tx, { codes: missing.map(({ relationCode }) => relationCode), booksId, at })
  const recovered: string[] = []
  for (const found of drafts)
    if (await recoverDraft(tx, found, { reason, at })) recovered.push(found.invoiceNumber)
  const gone = missing.map(({ invoiceNumber }) => invoiceNumber).filter((it) => !recovered.includes(it))
  const changed = await stillDrafts(
    tx,
    missing.filter(({ invoiceNumber }) => gone.includes(invoiceNumber)),
  )
  await keepNumbersInBooks(
    tx,
    booksId,
    sales.map(({ invoiceNumber }) => invoiceNumber.trim()),
  )
  await passNumbers(tx, missing, reason)
  await tell(tx, { recovered, gone, changed }, at)
  return { outcome: 'compared', recovered, gone, changed }
}

/** A test of the connection ends its pause: that is the engine's own way to go on. */
async function endComparison(tx: Transaction, at: Date): Promise<void> {
  await markLaneDue(tx, at)
  await changeConnection(tx, { from: ['disconnected', 'active'] }, { restored_at: null })
  await changeConnection(tx, { from: ['paused'] }, { restored_at: null, test_requested_at: at })
}

async function stillDrafts(tx: Transaction, sales: readonly BookedMutation[]): Promise<string[]> {
  const numbers: string[] = []
  for (const { document, invoiceNumber } of sales) {
    const id = invoiceOf(document)
    const draft = id === null ? undefined : await findInvoice(tx, id)
    if (draft?.state === 'draft') numbers.push(invoiceNumber)
  }
  return numbers
}

async function tell(
  tx: Transaction,
  numbers: { recovered: readonly string[]; gone: readonly string[]; changed: readonly string[] },
  at: Date,
): Promise<void> {
  const connection = await findConnection(tx)
  if (connection === null) return
  const entry = connectionEntry('connection_compared', connection.id, { at: at.getTime() })
  const told = Object.fromEntries(Object.entries(numbers).map(([key, all]) => [key, all.join(', ')]))
  await recordActivity(tx, { ...entry, parameters: { ...entry.parameters, ...told } })
}
