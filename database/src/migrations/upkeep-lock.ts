import type pg from 'pg'

/** Any number will do, if nothing else in the database locks it. */
const advisoryLock = 7_358_520_001n

/**
 * Waits until no other process changes the schema, the logins or who may connect. Held by the session, so it also
 * covers the gaps between its transactions; it ends with the connection.
 */
export async function takeUpkeepLock(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [advisoryLock])
}
