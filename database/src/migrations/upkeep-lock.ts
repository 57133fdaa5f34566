import { withClient } from '../pools/with-client.ts'

/**
 * Works while no other process changes the schema, the logins or who may connect; waits for one that does. The lock is
 * one on the history of migrations, of a kind that needs a right to change that table: an advisory lock could be
 * taken by every login, and would hold up the next start. It lets others read and add to the history. A connection of
 * its own holds it, so it covers the gaps between the transactions of the work.
 *
 * @param ownerUrl of a database whose history of migrations was begun
 */
export function underUpkeepLock<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  // Where the connection is lost the lock ends with it; each migration still stands in the history once.
  return withClient(ownerUrl, 'upkeep', async (client) => {
    await client.query('begin')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    await client.query('lock table public.schema_migrations in share update exclusive mode')
    return work()
  })
}
