import {
  areBooksLinkedElsewhere,
  type BooksFacts,
  type BooksRow,
  booksFacts,
  type ConnectionRow,
  findConnection,
  listBooks,
  type Transaction,
} from '@stella/database'
import { administrationOf, compareBooks, type ExaminedCodes, hintOf, nameOf } from './examine-codes.ts'
import { type BooksComparison, type BooksVerdict, type Fact, judgeBooks } from './same-books.ts'

/** Why codes are not simply taken, beside that they open other books. */
export type BooksWarning =
  /** They are an accountant's, and reach several administrations: invoices would go into the office's own. */
  | 'accountant_office'
  /** Another organization here has linked these books: both would give out the same numbers. */
  | 'linked_elsewhere'

/** What a person is asked, with what they must know to answer it. Nothing has changed yet. */
export type BooksQuestion = {
  readonly verdict: Exclude<BooksVerdict, 'same'> | 'first'
  readonly warnings: readonly BooksWarning[]
  readonly comparison: BooksComparison | null
  /** The books that are linked, or were linked last; null when there were none. */
  readonly current: (KnownBooks & { readonly isLinked: boolean }) | null
  readonly offered: {
    readonly name: string
    readonly usernameHint: string
    /** All that the codes reach; none when the service does not tell. */
    readonly administrations: readonly string[]
    /** When these books were linked before, and what stands in them; null when they never were. */
    readonly before: KnownBooks | null
  }
}

export type KnownBooks = {
  readonly id: string
  readonly name: string
  readonly usernameHint: string
  readonly linkedAt: Date
  readonly facts: BooksFacts
}

/** What a person answered, having seen which books were linked and which warnings. */
export type BooksDecision = {
  /** `switch`: from now on these books; `same`: they are the ones that are linked, although that cannot be seen. */
  readonly choice: 'switch' | 'same'
  readonly from: string | null
  readonly accepted: readonly BooksWarning[]
  /** Who decides; shown in the log. */
  readonly by: string | null
}

/** Where examined codes lead: into known books or new ones, and whether somebody must be asked first. */
export type BooksPlan = {
  readonly connection: ConnectionRow | null
  readonly from: BooksRow | null
  /** Null for books that were never linked. */
  readonly to: BooksRow | null
  readonly verdict: BooksVerdict | 'first'
  readonly warnings: readonly BooksWarning[]
  readonly comparison: BooksComparison | null
}

/** @param markIn the id of the books whose mutation was looked for */
export async function planBooks(
  tx: Transaction,
  examined: ExaminedCodes,
  markIn: string | null,
  decision: BooksDecision | null,
): Promise<BooksPlan> {
  const connection = await findConnection(tx)
  const known = await listBooks(tx)
  const from = known.find(({ id }) => id === connection?.books_id) ?? null
  const markOf = ({ id }: BooksRow): Fact => (id === markIn ? examined.mark : 'unknown')
  const comparison = from === null ? null : compareBooks(examined, from, markOf(from))
  const verdict = comparison === null ? 'first' : judgeBooks(comparison)
  const isSame = verdict === 'same' || (verdict === 'unsure' && decision?.choice === 'same')
  if (isSame) return { connection, from, to: from, verdict, warnings: [], comparison }
  const to = known.find((it) => it !== from && judgeBooks(compareBooks(examined, it, 'unknown')) === 'same')
  const warnings = await warningsOf(tx, examined)
  return { connection, from, to: to ?? null, verdict, warnings, comparison }
}

/** Whether somebody answered what must be asked, and just that. */
export function isDecided({ from, to, warnings }: BooksPlan, decision: BooksDecision | null): boolean {
  const asks = warnings.length > 0 || (from !== null && from !== to)
  if (!asks) return true
  if (decision === null || decision.from !== (from?.id ?? null)) return false
  return decision.choice === 'switch' && warnings.every((warning) => decision.accepted.includes(warning))
}

async function warningsOf(tx: Transaction, examined: ExaminedCodes): Promise<BooksWarning[]> {
  const isElsewhere = await areBooksLinkedElsewhere(tx, {
    fingerprints: examined.fingerprints.map(({ code2 }) => code2),
    guid: administrationOf(examined)?.guid ?? null,
  })
  const isOffice = (examined.administrations?.length ?? 0) > 1
  return [
    ...(isOffice ? (['accountant_office'] as const) : []),
    ...(isElsewhere ? (['linked_elsewhere'] as const) : []),
  ]
}

export async function askAboutBooks(
  tx: Transaction,
  examined: ExaminedCodes,
  { connection, comparison, from, to, verdict, warnings }: BooksPlan,
): Promise<BooksQuestion> {
  const isLinked = connection !== null && connection.state !== 'disconnected'
  return {
    verdict: verdict === 'same' ? 'other' : verdict,
    warnings,
    comparison,
    current: from === null ? null : { ...(await knownBooks(tx, from)), isLinked },
    offered: {
      name: nameOf(examined),
      usernameHint: hintOf(examined.codes.username),
      administrations: examined.administrations?.map(({ name }) => name) ?? [],
      before: to === null ? null : await knownBooks(tx, to),
    },
  }
}

async function knownBooks(tx: Transaction, row: BooksRow): Promise<KnownBooks> {
  const { id, name, username_hint: usernameHint, linked_at: linkedAt } = row
  return { id, name, usernameHint, linkedAt, facts: await booksFacts(tx, id) }
}
