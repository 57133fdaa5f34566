import {
  findConnection,
  findReconciliations,
  insertReconciliation,
  markLaneDue,
  setNextReading,
  type Transaction,
} from '@stella/database'

/**
 * Has the sales of a period read in the linked books; a worker does it, page by page. One that is under way for the
 * same period is enough. Returns whether books are linked and not paused.
 */
export async function requestReconciliation(
  tx: Transaction,
  asked: { id: string; from: string; until: string; by: string; now: Date },
): Promise<boolean> {
  const { by, from, id, now, until } = asked
  await markLaneDue(tx, now)
  const connection = await findConnection(tx)
  if (connection?.state !== 'active') return false
  const booksId = connection.books_id
  const { unfinished } = await findReconciliations(tx, { booksId, from, until })
  if (unfinished === null) {
    await insertReconciliation(tx, { id, booksId, from, until, requestedAt: now, requestedBy: by })
  }
  await setNextReading(tx, { of: 'reconciliation', booksId, at: now })
  return true
}
