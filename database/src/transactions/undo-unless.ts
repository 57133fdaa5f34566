import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** Does something within a transaction, and undoes it, and nothing else of that transaction, where it says false. */
export async function undoUnless(tx: Transaction<DB>, work: () => Promise<boolean>): Promise<boolean> {
  await sql`savepoint undo_unless`.execute(tx)
  const isDone = await work()
  if (!isDone) await sql`rollback to savepoint undo_unless`.execute(tx)
  await sql`release savepoint undo_unless`.execute(tx)
  return isDone
}
