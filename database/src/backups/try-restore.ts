import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import { ensureLogins, type Logins } from '../logins/ensure-logins.ts'
import type { LoginSecret } from '../logins/login-secret.ts'
import { workingRoles } from '../logins/working-role.ts'
import { urlOfDatabase } from '../pools/database-url.ts'
import { withClient } from '../pools/with-client.ts'
import { requireGrants } from '../roles/require-grants.ts'
import type { BackupPart } from './backup-part.ts'
import { copyIn, type Restored } from './copy-in.ts'

/**
 * Restores a backup into a database that is made for it on the same server and goes afterwards, with the logins that
 * were made for it. One at a time: what an earlier one left, killed midway, goes first.
 *
 * @param ownerUrl of a user who may make databases
 * @param secret as of ensureLogins()
 * @param check what must be right of what came back, with the logins of that database
 * @throws DatabaseError as copyIn() does
 */
export async function tryRestore<T>(
  { ownerUrl, secret }: { ownerUrl: string; secret: LoginSecret | null },
  parts: AsyncIterable<BackupPart>,
  check: (logins: Logins, restored: Restored) => Promise<T>,
): Promise<T> {
  try {
    return await withClient(ownerUrl, 'trial', async (client) => {
      const name = await nameOfTrial(client)
      await client.query('select pg_advisory_lock(hashtext($1))', [name])
      await dropDatabase(client, name)
      await client.query(`create database ${pg.escapeIdentifier(name)} template template0`)
      let logins: Logins | undefined
      try {
        const url = urlOfDatabase(ownerUrl, name)
        const restored = await copyIn(url, parts)
        await requireGrants(url)
        logins = await ensureLogins(url, secret)
        return await check(logins, restored)
      } finally {
        await dropDatabase(client, name)
        if (secret !== null && logins !== undefined) await dropLogins(client, logins)
      }
    })
  } catch (error) {
    throw databaseErrorOf(error)
  }
}

/** By the number of this database, so that the trials of two Stellas on one server are two. */
async function nameOfTrial(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select 'stella_trial_' || oid as name from pg_database where datname = current_database()`,
  )
  return rows[0]?.name ?? 'stella_trial'
}

/** A connection that was just closed may still be there for its server: so often it is waited for, a tenth of a second. */
const MOST_WAITS = 100

/**
 * Without force, which asks for the right to end the connections of logins, and an owner need not have that.
 *
 * @throws what PostgreSQL says when somebody stays connected
 */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let waits = 0; ; waits += 1) {
    try {
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)}`)
      return
    } catch (error) {
      const isInUse = error instanceof pg.DatabaseError && error.code === '55006'
      if (!isInUse || waits === MOST_WAITS) throw error
      await delay(100)
    }
  }
}

/** Those of the embedded server are its own, whatever the database. */
async function dropLogins(client: pg.Client, logins: Logins): Promise<void> {
  for (const role of workingRoles) {
    const name = decodeURIComponent(new URL(logins.urlOf(role)).username)
    await client.query(`drop role if exists ${pg.escapeIdentifier(name)}`)
  }
}
