import { type Database, findConnection, inOrganization } from '@stella/database'
import type { OpenBooks } from '../connections/examine-codes.ts'
import type { Codes, Seal } from '../encryption/seal.ts'
import type { Clock } from '../ports/clock.ts'
import { openCodes } from './kept-books.ts'

/** What whoever reads the books of others beside the engine works with. */
export type ReaderParts = {
  /** Role `stella_worker`: it alone reads sealed codes. */
  readonly database: Database
  readonly seal: Seal
  readonly openBooks: OpenBooks
  readonly clock: Clock
}

/** The codes of these books as long as they are the linked ones; null once they are others, or do not open. */
export async function linkedCodes(
  parts: Pick<ReaderParts, 'database' | 'seal'>,
  { booksId, organizationId }: { organizationId: string; booksId: string },
): Promise<Codes | null> {
  const connection = await inOrganization(parts.database, organizationId, findConnection)
  if (connection === null || connection.books_id !== booksId) return null
  return openCodes(parts, { organizationId }, { connectionId: connection.id, booksId })
}
