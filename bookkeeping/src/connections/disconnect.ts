import {
  changeConnection,
  deleteSecrets,
  findConnection,
  markLaneDue,
  recordActivity,
  type Transaction,
} from '@stella/database'
import { connectionEntry } from '../activities/activity-entries.ts'

/**
 * Ends the link: the codes are forgotten, also those of books that were linked before for good, history is kept, and what waits stays and goes on after
 * linking again. Returns whether there was a link.
 */
export async function disconnect(
  tx: Transaction,
  { by = null, now }: { readonly now: Date; readonly by?: string | null },
): Promise<boolean> {
  await markLaneDue(tx, now)
  const connection = await findConnection(tx)
  if (connection === null) return false
  const changed = await changeConnection(
    tx,
    { from: ['active', 'paused'] },
    {
      state: 'disconnected',
      paused_cause: null,
      disconnected_at: now,
      test_requested_at: null,
      next_test_at: null,
    },
  )
  if (!changed) return false
  await deleteSecrets(tx, connection.id)
  const entry = connectionEntry('connection_disconnected', connection.id, { at: now.getTime(), by })
  await recordActivity(tx, entry)
  return true
}
