import type pg from 'pg'
import { seeAllRows } from './loosen.ts'

/** Why a connection is paused after a restore, as a code of the causes in bookkeeping. */
const pausedCause = 'books_not_compared'

/**
 * Takes for unknown whatever may have been done since the backup, which a restored database does not know:
 *
 * - every connection is paused until its books were compared;
 * - a booking or a relation that was not in the books may be there by now, so it is looked up before anything is sent,
 *   and the quarantine of what may still be under way begins now;
 * - a mail that was not sent may have been, so a person decides whether it goes again;
 * - archives and imports that were being made are not, for the queue is empty;
 * - old invoices that were on their way to the books are looked up there anew.
 *
 * Nobody works with the database yet.
 */
export async function markRestored(client: pg.ClientBase, at: Date): Promise<void> {
  const hideRows = await seeAllRows(client)
  for (const statement of statements) await client.query(statement, [at])
  await hideRows()
}

const anew =
  'last_byte_at = $1, changed_at = $1, attempts = 0, failing_since = null, next_at = null, claim = null, ' +
  'look_ups = 0, absent_since = null, taken = false'

const statements = [
  `update connections set restored_at = $1, test_requested_at = null, next_test_at = null,
     paused_cause = case when state = 'disconnected' then null else '${pausedCause}' end,
     paused_at = case when state = 'disconnected' then paused_at else $1 end,
     state = case when state = 'disconnected' then state else 'paused' end`,
  // Also what was refused: it may have been mended and offered again. What could not be planned was never sent.
  `update bookings set state = 'unknown', cause = 'being_looked_up', cause_code = null, ${anew}
   where state in ('planned', 'sending', 'unknown', 'rejected') and mutation is not null`,
  // A person offers it again, and it is looked up then; of when, the quarantine counts from now.
  `update bookings set last_byte_at = $1 where state = 'conflict'`,
  `update relations set state = 'unknown', cause = null, cause_code = null, ${anew}
   where state in ('planned', 'sending', 'unknown', 'rejected')`,
  `update relations set last_byte_at = $1 where state = 'conflict'`,
  `update booking_lanes set leased_by = null, lease_until = null, next_at = $1, failures_in_row = 0,
     closed_until = null, lease_token = lease_token + 1 where $1::timestamptz is not null`,
  `update message_recipients set state = 'unknown', cause = 'restored', reply = null, changed_at = $1
   where state in ('waiting', 'sending', 'handed_over')`,
  `update pause_notices set state = 'withdrawn' where state in ('queued', 'addressed') and paused_at <= $1`,
  // What was planned of it since is not known here, and stands in the books perhaps: a new dry run finds it there.
  `update backfills set state = 'void', ended_at = $1 where state in ('reading', 'ready', 'running', 'stopped')`,
  `update exports set state = 'failed' where state = 'making' and created_at <= $1`,
]
