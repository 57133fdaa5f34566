import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** Writes down which invoice numbers books know, instead of what was known before. */
export async function replaceNumbersInBooks(
  tx: Transaction<DB>,
  booksId: string,
  numbers: readonly string[],
): Promise<void> {
  await tx.deleteFrom('numbers_in_books').where('books_id', '=', booksId).execute()
  const rows = [...new Set(numbers)].map((number) => ({ books_id: booksId, number }))
  if (rows.length > 0) await tx.insertInto('numbers_in_books').values(rows).execute()
}

/** Adds to what books are known to know. */
export async function keepNumbersInBooks(
  tx: Transaction<DB>,
  booksId: string,
  numbers: readonly string[],
): Promise<void> {
  const rows = [...new Set(numbers)].filter(Boolean).map((number) => ({ books_id: booksId, number }))
  if (rows.length === 0) return
  await tx
    .insertInto('numbers_in_books')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The numbers that the linked books knew when they were linked; none without a link. */
export async function listNumbersInBooks(tx: Transaction<DB>): Promise<string[]> {
  const rows = await inLinkedBooks(tx).select('numbers_in_books.number').execute()
  return rows.map(({ number }) => number)
}

/** Whether the linked books knew this number when they were linked. */
export async function isNumberInBooks(tx: Transaction<DB>, number: string): Promise<boolean> {
  const found = await inLinkedBooks(tx)
    .select('numbers_in_books.number')
    .where(sql`upper(numbers_in_books.number)`, '=', number.toUpperCase())
    .executeTakeFirst()
  return found !== undefined
}

function inLinkedBooks(tx: Transaction<DB>) {
  return tx
    .selectFrom('connections')
    .innerJoin('numbers_in_books', 'numbers_in_books.books_id', 'connections.books_id')
    .where('connections.state', '!=', 'disconnected')
}
