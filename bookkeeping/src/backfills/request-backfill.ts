import {
  changeBackfill,
  findBackfill,
  findConnection,
  insertBackfill,
  markLaneDue,
  type Transaction,
} from '@stella/database'
import { addDays, type PlainDate } from '@stella/invoicing'

/** `backfill_running`: what was confirmed is not done yet, so nothing else is planned. */
export type RequestRefusal = 'not_connected' | 'backfill_running'

/**
 * What was entered by hand may have a somewhat earlier day than the invoice: that of the work, or the end of the month
 * before.
 */
const DAYS_READ_BEFORE = 31

/**
 * Begins a dry run: a worker reads the sales that stand in the linked books since about then, and nothing is done. One
 * that was not confirmed is dropped. Null when it is begun.
 */
export async function requestBackfill(
  tx: Transaction,
  asked: { fromDay: PlainDate; by: string; now: Date },
): Promise<RequestRefusal | null> {
  const { by, fromDay, now } = asked
  // First, so that one of two who ask at once waits for the other.
  await markLaneDue(tx, now)
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return 'not_connected'
  const last = await findBackfill(tx)
  if (last !== null && (last.state === 'running' || last.state === 'stopped')) return 'backfill_running'
  if (last !== null)
    await changeBackfill(tx, { id: last.id, from: ['reading', 'ready'], to: 'dropped', at: now })
  const readFrom = addDays(fromDay, -DAYS_READ_BEFORE)
  await insertBackfill(tx, { booksId: connection.books_id, fromDay, readFrom, by, at: now })
  return null
}
