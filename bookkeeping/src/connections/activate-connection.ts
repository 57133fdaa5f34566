import {
  type ActivityKind,
  booksFacts,
  type Database,
  findConnection,
  inOrganization,
  markLaneDue,
  recordActivity,
  type Transaction,
} from '@stella/database'
import { type ActivityEntry, connectionEntry } from '../activities/activity-entries.ts'
import type { Codes, Seal } from '../encryption/seal.ts'
import { USUAL_ACCOUNTS } from '../mappings/sales-accounts.ts'
import type { Clock } from '../ports/clock.ts'
import {
  askAboutBooks,
  type BooksDecision,
  type BooksPlan,
  type BooksQuestion,
  isDecided,
  planBooks,
} from './books-question.ts'
import { connectionOf } from './connection-of.ts'
import { type ConnectionView, usualAccountsOf } from './connection-view.ts'
import { type ExaminedCodes, examineCodes, type OpenBooks } from './examine-codes.ts'
import { linkBooks } from './link-books.ts'
import { readCodes } from './read-codes.ts'
import type { ConnectionRefusal } from './refusal.ts'

export type ConnectionDependencies = {
  /** Role `stella_app`. */
  readonly database: Database
  readonly openBooks: OpenBooks
  readonly seal: Seal
  readonly clock: Clock
}

export type ConnectionEvent = 'activated' | 'codes_replaced' | 'books_changed'

export type ConnectionResult =
  | { readonly ok: true; readonly connection: ConnectionView; readonly event: ConnectionEvent }
  /** Null: the codes work, and open books that somebody must decide about; nothing has changed. */
  | { readonly ok: false; readonly refusal: ConnectionRefusal | null }

type CodesCompared =
  | { readonly ok: true; readonly question: BooksQuestion | null }
  | { readonly ok: false; readonly refusal: ConnectionRefusal }

/**
 * Links an organization to its books, or gives its link new codes without losing any history: signs in with
 * them, checks accounts 1300 and 8000, and only then stores the codes, sealed, with the entry in the log. A
 * refusal says which of the three can be wrong and stores nothing. What waited goes on at once.
 *
 * Codes that open other books than before, or an accountant's, or books that another organization here has linked,
 * are not stored before a person has decided.
 */
export async function activateConnection(
  dependencies: ConnectionDependencies,
  organizationId: string,
  input: Codes,
  decision: BooksDecision | null = null,
  /** Who entered the codes. */
  by: string | null = null,
): Promise<ConnectionResult> {
  const examination = await examine(dependencies, organizationId, input)
  if (!examination.ok) return examination
  const { examined, markIn } = examination
  return inOrganization(dependencies.database, organizationId, async (tx) => {
    const now = dependencies.clock.now()
    await markLaneDue(tx, new Date(now))
    const plan = await planBooks(tx, examined, markIn, decision)
    if (!isDecided(plan, decision)) return { ok: false, refusal: null }
    return store(tx, plan, { ...dependencies, organizationId, examined, now, by: by ?? decision?.by ?? null })
  })
}

/** What there is to decide about codes before they are taken; null when they are simply taken. Nothing is stored. */
export async function compareCodes(
  dependencies: ConnectionDependencies,
  organizationId: string,
  input: Codes,
): Promise<CodesCompared> {
  const examination = await examine(dependencies, organizationId, input)
  if (!examination.ok) return examination
  const { examined, markIn } = examination
  return inOrganization(dependencies.database, organizationId, async (tx) => {
    const plan = await planBooks(tx, examined, markIn, null)
    return { ok: true, question: isDecided(plan, null) ? null : await askAboutBooks(tx, examined, plan) }
  })
}

/** Signs in with the codes; where there are books of before, a mutation that must be in them is looked for. */
async function examine(
  dependencies: ConnectionDependencies,
  organizationId: string,
  input: Codes,
): Promise<
  { ok: true; examined: ExaminedCodes; markIn: string | null } | { ok: false; refusal: ConnectionRefusal }
> {
  const read = readCodes(input)
  if (!read.ok) return read
  const before = await inOrganization(dependencies.database, organizationId, markToLookFor)
  const { mark = null, usual = USUAL_ACCOUNTS } = before ?? {}
  const examination = await examineCodes(dependencies, read.codes, { mark, usual })
  return examination.ok ? { ...examination, markIn: before?.booksId ?? null } : examination
}

async function markToLookFor(tx: Transaction) {
  const connection = await findConnection(tx)
  if (connection === null) return null
  const { mark } = await booksFacts(tx, connection.books_id)
  return { booksId: connection.books_id, mark, usual: usualAccountsOf(connection) }
}

async function store(
  tx: Transaction,
  plan: BooksPlan,
  to: { organizationId: string; examined: ExaminedCodes; seal: Seal; now: number; by: string | null },
): Promise<ConnectionResult> {
  const { by, now } = to
  const { books, connectionId, moved } = await linkBooks(tx, plan, { ...to, at: new Date(now) })
  const event = eventOf(plan, books.id)
  const facts = { at: now, books: books.name, by }
  const isChange = event === 'books_changed' && plan.from !== null
  const entry: ActivityEntry = isChange
    ? connectionEntry('connection_books_changed', connectionId, {
        ...facts,
        former: plan.from?.name ?? '',
        moved,
      })
    : connectionEntry(kinds[event], connectionId, facts)
  await recordActivity(tx, entry)
  const connection = await connectionOf(tx)
  if (connection === null) throw new Error('The connection was saved, and is not there.')
  return { ok: true, connection, event }
}

const kinds = {
  activated: 'connection_activated',
  codes_replaced: 'connection_codes_replaced',
  books_changed: 'connection_books_changed',
} as const satisfies Record<ConnectionEvent, ActivityKind>

function eventOf({ connection, from }: BooksPlan, booksId: string): ConnectionEvent {
  if (from !== null && from.id !== booksId) return 'books_changed'
  return connection === null || connection.state === 'disconnected' ? 'activated' : 'codes_replaced'
}
