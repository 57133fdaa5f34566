import type pg from 'pg'
import { escapeIdentifier } from 'pg'

/**
 * Drops the logins that earlier secrets had for this database. All those of a secret stay while anybody is connected
 * as one of them: a program that was not started again since.
 */
export async function dropUnusedLogins(client: pg.Client, database: string, current: string): Promise<void> {
  const { rows } = await client.query<{ name: string; secret: string; connected: boolean }>(
    `select rolname as name, right(rolname, 8) as secret,
       exists (select from pg_stat_activity where usename = rolname) as connected
     from pg_roles where rolname ~ ('^stella_[a-z]+_' || $1 || '_[0-9a-f]{8}$') and right(rolname, 8) <> $2`,
    [database, current],
  )
  const inUse = new Set(rows.filter(({ connected }) => connected).map(({ secret }) => secret))
  for (const { name, secret } of rows) {
    if (!inUse.has(secret)) await dropLogin(client, name)
  }
}

/** With its right to connect here. One that somebody gave rights elsewhere stays. */
async function dropLogin(client: pg.Client, name: string): Promise<void> {
  const login = escapeIdentifier(name)
  const { rows } = await client.query<{ here: string }>('select current_database() as here')
  for (const { here } of rows) {
    await client.query(`revoke connect on database ${escapeIdentifier(here)} from ${login}`)
  }
  try {
    await client.query(`drop role if exists ${login}`)
  } catch (error) {
    const dependentObjects = '2BP01'
    if ((error as { code?: string }).code !== dependentObjects) throw error
  }
}
