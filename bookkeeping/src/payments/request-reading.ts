import { findBooks, findConnection, markLaneDue, setNextReading, type Transaction } from '@stella/database'

/** Asked sooner after a reading, the answer would be what is known already. */
const NOT_AGAIN_WITHIN_MS = 60_000

/**
 * Has the open items of the linked books read now, unless they just were; a worker does it. Returns whether books are
 * linked and not paused.
 */
export async function requestPaymentReading(tx: Transaction, now: Date): Promise<boolean> {
  await markLaneDue(tx, now)
  const connection = await findConnection(tx)
  if (connection?.state !== 'active') return false
  const { open_items_read_at: readAt } = await findBooks(tx, connection.books_id)
  const isRecent = readAt !== null && now.getTime() < readAt.getTime() + NOT_AGAIN_WITHIN_MS
  if (!isRecent) await setNextReading(tx, { booksId: connection.books_id, at: now })
  return true
}
