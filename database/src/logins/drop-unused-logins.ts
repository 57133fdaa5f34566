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
    if (!inUse.has(secret)) await client.query(`drop role if exists ${escapeIdentifier(name)}`)
  }
}
