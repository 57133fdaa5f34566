import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

const columns = { payments: 'payments_due_at', reconciliation: 'reconciliation_due_at' } as const

/** Says when something of these books is read next, if they are the linked ones. Returns whether they are. */
export async function setNextReading(
  tx: Transaction<DB>,
  { at, booksId, of }: { of: keyof typeof columns; booksId: string; at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('connections')
    .set({ [columns[of]]: at })
    .where('books_id', '=', booksId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
