import pg from 'pg'
import { databaseErrorOf } from '../errors/postgres-errors.ts'

/**
 * Does the work unless another process does the same for this database right now.
 *
 * @param name of the work
 * @returns whether it was done here
 */
export async function oneAtATime(
  ownerUrl: string,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: `stella ${name}` })
  client.on('error', () => {}) // a lost connection also ends the lock, and the next look begins anew
  try {
    await connect(client)
    if (!(await takeLock(client, name))) return false
    await work()
    return true
  } finally {
    await client.end().catch(() => {})
  }
}

async function connect(client: pg.Client): Promise<void> {
  await client.connect().catch((error) => {
    throw databaseErrorOf(error)
  })
}

/** Of the session: it goes with the connection, also when this process is killed. */
async function takeLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtext($1), hashtext(current_database())) as taken',
    [name],
  )
  return rows[0]?.taken === true
}
