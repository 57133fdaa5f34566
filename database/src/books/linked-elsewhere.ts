import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Whether another organization has linked books with one of these fingerprints of code 2, or with this GUID. It
 * does not tell which.
 */
export async function areBooksLinkedElsewhere(
  tx: Transaction<DB>,
  books: { fingerprints: readonly Buffer[]; guid: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ linked: boolean }>`
    select books_linked_elsewhere(${[...books.fingerprints]}::bytea[], ${books.guid}) as linked`.execute(tx)
  return rows[0]?.linked ?? false
}
