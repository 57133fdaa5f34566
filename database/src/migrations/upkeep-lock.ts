import pg from 'pg'

/**
 * Works while no other process changes the schema, the logins or who may connect; waits for one that does. The lock is
 * one on the history of migrations, of a kind that needs a right to change that table: an advisory lock could be
 * taken by every login, and would hold up the next start. It lets others read and add to the history. A connection of
 * its own holds it, so it covers the gaps between the transactions of the work.
 *
 * @param ownerUrl of a database whose history of migrations was begun
 */
export async function underUpkeepLock<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'stella upkeep' })
  client.on('error', () => {}) // a lost connection ends the lock; each migration still stands in the history once
  try {
    await client.connect()
    await client.query('begin')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    await client.query('lock table public.schema_migrations in share update exclusive mode')
    return await work()
  } finally {
    await client.end().catch(() => {})
  }
}
