import { type Database, findSecret, inOrganization, type SecretOf } from '@stella/database'
import type { OpenBooks } from '../connections/examine-codes.ts'
import type { Codes, Seal } from '../encryption/seal.ts'
import type { Books } from '../ports/books.ts'
import type { BooksSource } from '../ports/books-source.ts'
import type { Clock } from '../ports/clock.ts'
import type { Lane } from '../ports/store.ts'

/** A session that was not used for so long is closed. The service does not say how long it would keep it. */
const IDLE_MS = 10 * 60 * 1_000
/** Saying goodbye is a courtesy: a service that does not answer it keeps nobody from stopping. */
const CLOSE_WITHIN_MS = 3_000

type Kept = { readonly books: Books; readonly codesVersion: number; usedAt: number }

/** Keeps the ways to the books of each organization open between its invoices, for as long as its codes stay. */
export function keptBooks(parts: {
  /** Role `stella_worker`: it alone reads sealed codes. */
  database: Database
  seal: Seal
  openBooks: OpenBooks
  clock: Clock
}): BooksSource {
  const kept = new Map<string, Kept>()

  const close = async (key: string, entry: Kept): Promise<void> => {
    if (kept.get(key) === entry) kept.delete(key)
    const inTime = new AbortController()
    const closed = entry.books.close().catch(() => {})
    await Promise.race([closed, parts.clock.sleep(CLOSE_WITHIN_MS, inTime.signal)])
    inTime.abort()
  }

  return {
    async booksOf(lane, connection, booksId) {
      const key = `${lane.organizationId} ${booksId}`
      const usedAt = parts.clock.monotonic()
      const entry = kept.get(key)
      if (entry?.codesVersion === connection.codesVersion) {
        entry.usedAt = usedAt
        return { ok: true, books: entry.books }
      }
      if (entry !== undefined) await close(key, entry)
      const codes = await openCodes(parts, lane, { connectionId: connection.id, booksId })
      if (codes === null) return { ok: false, failure: { kind: 'codes_unreadable' } }
      const books = parts.openBooks(codes)
      kept.set(key, { books, codesVersion: connection.codesVersion, usedAt })
      return { ok: true, books }
    },

    async closeIdle() {
      const idleSince = parts.clock.monotonic() - IDLE_MS
      const idle = [...kept].filter(([, entry]) => entry.usedAt < idleSince)
      await Promise.all(idle.map(([key, entry]) => close(key, entry)))
    },

    async closeAll() {
      await Promise.all([...kept].map(([key, entry]) => close(key, entry)))
    },
  }
}

/** The codes of a connection for these books, or null when they are gone or do not open with our keys. */
export async function openCodes(
  { database, seal }: { database: Database; seal: Seal },
  lane: Pick<Lane, 'organizationId'>,
  of: SecretOf,
): Promise<Codes | null> {
  const secret = await inOrganization(database, lane.organizationId, (tx) => findSecret(tx, of))
  if (secret === null) return null
  try {
    return seal.open(secret, {
      organizationId: lane.organizationId,
      rowId: of.connectionId,
      purpose: 'e-boekhouden-codes',
    })
  } catch {
    return null
  }
}
