import type pg from 'pg'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import { withClient } from '../pools/with-client.ts'

/**
 * Does the work unless another process does the same for this database right now.
 *
 * @param name of the work
 * @returns whether it was done here
 * @throws DatabaseError `database_unreachable`, `database_refused`
 */
export async function oneAtATime(
  ownerUrl: string,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    // Where the connection is lost the lock ends with it, and the next look begins anew.
    return await withClient(ownerUrl, name, async (client) => {
      if (!(await takeLock(client, name))) return false
      await work()
      return true
    })
  } catch (error) {
    throw databaseErrorOf(error)
  }
}

/** Of the session: it goes with the connection, also when this process is killed. */
async function takeLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtext($1), hashtext(current_database())) as taken',
    [name],
  )
  return rows[0]?.taken === true
}
