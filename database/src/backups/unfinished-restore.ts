import type pg from 'pg'
import { DatabaseError } from '../errors/database-error.ts'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import { withClient } from '../pools/with-client.ts'

/**
 * Notes that a database is being restored, in a table of its own that goes when it is whole: nobody works with one that
 * has it. What an earlier restore left of itself goes first.
 *
 * @throws DatabaseError `restore_not_empty` where there is data that no restore left
 */
export async function beginRestore(client: pg.ClientBase): Promise<void> {
  if (await isUnfinished(client)) await client.query(emptied)
  else if (await isInUse(client)) throw new DatabaseError('restore_not_empty')
  await client.query('create table if not exists public.unfinished_restore ()')
}

/** Several statements at once are one transaction: the note goes with what it is about, or stays. */
const emptied = `drop schema if exists accounts, jobs, extensions, public cascade;
  create schema public; grant usage on schema public to public; create table public.unfinished_restore ()`

export async function finishRestore(client: pg.ClientBase): Promise<void> {
  await client.query('drop table public.unfinished_restore')
}

/**
 * @param url of a user who may read the database
 * @throws DatabaseError `restore_unfinished`, `database_unreachable`, `database_refused`
 */
export async function refuseUnfinishedRestore(url: string): Promise<void> {
  try {
    if (await withClient(url, 'start', isUnfinished)) throw new DatabaseError('restore_unfinished')
  } catch (error) {
    throw databaseErrorOf(error)
  }
}

async function isUnfinished(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('public.unfinished_restore') is not null as found`,
  )
  return rows[0]?.found === true
}

/** Whether anybody ever made an account or an organization in it. */
async function isInUse(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('accounts.organization') is not null as there`,
  )
  if (rows[0]?.there !== true) return false
  const used = await client.query<{ used: boolean }>(
    `select exists (select from accounts.organization) or exists (select from accounts."user") as used`,
  )
  return used.rows[0]?.used === true
}
