import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export type CurrentPause = { connectionId: string; cause: string; since: Date; nextTestAt: Date | null }

/** The pause of the organization's connection, as it is now; null when it does not pause. For the role of the mail. */
export async function findPause(tx: Transaction<DB>): Promise<CurrentPause | null> {
  const row = await tx
    .selectFrom('connections')
    .select(['id', 'paused_cause', 'paused_at', 'next_test_at'])
    .where('state', '=', 'paused')
    .executeTakeFirst()
  if (row === undefined || row.paused_cause === null || row.paused_at === null) return null
  return {
    connectionId: row.id,
    cause: row.paused_cause,
    since: row.paused_at,
    nextTestAt: row.next_test_at,
  }
}
