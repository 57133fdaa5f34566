import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** Says when the open items of these books are read next, if they are the linked ones. Returns whether they are. */
export async function setNextReading(
  tx: Transaction<DB>,
  { booksId, at }: { booksId: string; at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('connections')
    .set({ payments_due_at: at })
    .where('books_id', '=', booksId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
