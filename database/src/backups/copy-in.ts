import pg from 'pg'
import { DatabaseError } from '../errors/database-error.ts'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import { migrate } from '../migrations/migrate.ts'
import { readMigrations } from '../migrations/read-migrations.ts'
import { withClient } from '../pools/with-client.ts'
import { BACKUP_FORMAT, type BackupPart } from './backup-part.ts'
import { loosen } from './loosen.ts'
import { backedUpTables } from './tables.ts'
import { beginRestore, finishRestore } from './unfinished-restore.ts'

export interface Restored {
  /** The instant that everything is as it was at. */
  readonly takenAt: Date
  /** Of each table, by its quoted name. */
  readonly rows: Readonly<Record<string, number>>
}

/**
 * Fills an empty database with a backup: its tables as the version that wrote it knew them, its rows, and then the
 * migrations since. All rows come in one transaction that ends only when every table holds what the backup says at its
 * end and every reference is right, so that half a backup is never taken for a whole one. A database whose restore was
 * cut short is refused by every start, and may be restored again.
 *
 * @param finish what must be done before anybody may work with it, in the transaction that says it is whole
 * @throws DatabaseError `backup_damaged`, `backup_of_newer_version`, `restore_not_empty`, `migration_changed`, and
 *   what migrate() throws
 */
export async function copyIn(
  ownerUrl: string,
  parts: AsyncIterable<BackupPart>,
  finish: (client: pg.ClientBase, restored: Restored) => Promise<void> = async () => {},
): Promise<Restored> {
  const reading = parts[Symbol.asyncIterator]()
  try {
    return await withClient(ownerUrl, 'restore', async (client) => {
      const begin = await beginningOf(reading)
      await beginRestore(client)
      await migrate(ownerUrl, migrationsOf(begin))
      const restored = { takenAt: new Date(begin.takenAt), rows: await fill(client, reading) }
      await migrate(ownerUrl)
      await client.query('begin')
      await finish(client, restored)
      await finishRestore(client)
      await client.query('commit')
      return restored
    })
  } catch (error) {
    throw error instanceof DatabaseError ? error : (damageOf(error) ?? databaseErrorOf(error))
  } finally {
    await reading.return?.().catch(() => {})
  }
}

type Begin = Extract<BackupPart, { kind: 'begin' }>

async function beginningOf(reading: AsyncIterator<BackupPart>): Promise<Begin> {
  const { value } = await reading.next()
  const part = value as BackupPart | undefined
  if (part?.kind !== 'begin') throw new DatabaseError('backup_damaged', { reason: 'it has no beginning' })
  if (part.format > BACKUP_FORMAT)
    throw new DatabaseError('backup_of_newer_version', { found: `format ${part.format}` })
  return part
}

/** Those of this program that the backup knows too. */
function migrationsOf({ migrations }: Begin) {
  const known = readMigrations()
  const newest = migrations.at(-1)
  if (migrations.length > known.length)
    throw new DatabaseError('backup_of_newer_version', { found: `migration ${newest?.version}` })
  for (const [at, { checksum, name, version }] of migrations.entries()) {
    if (known[at]?.checksum !== checksum)
      throw new DatabaseError('migration_changed', { migration: `${version} (${name})` })
  }
  return known.slice(0, migrations.length)
}

async function fill(
  client: pg.Client,
  reading: AsyncIterator<BackupPart>,
): Promise<Readonly<Record<string, number>>> {
  await client.query('begin')
  await client.query('set local statement_timeout = 0')
  const tables = await backedUpTables(client)
  const tighten = await loosen(client)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  const known = new Map(tables.map(({ columns, name }) => [name, columns]))
  const counts = new Map<string, number>()
  let table: { name: string; statement: string } | undefined
  for (let next = await reading.next(); next.done !== true; next = await reading.next()) {
    const part = next.value
    if (part.kind === 'table') {
      if (known.get(part.table)?.join() !== part.columns.join())
        throw damaged(`${part.table} is another table`)
      table = { name: part.table, statement: insertInto(part.table, part.columns) }
      counts.set(part.table, 0)
    } else if (part.kind === 'rows') {
      if (table === undefined) throw damaged('there are rows of no table')
      const { rowCount } = await client.query(table.statement, [part.rows])
      counts.set(table.name, (counts.get(table.name) ?? 0) + (rowCount ?? 0))
    } else if (part.kind === 'sequence') {
      await client.query('select setval($1::regclass, $2::bigint, $3)', [
        part.sequence,
        part.last ?? '1',
        part.last !== null,
      ])
    } else if (part.kind === 'end') {
      requireAll(part.rows, counts, known)
      await tighten()
      await client.query('commit')
      return part.rows
    }
  }
  throw damaged('it has no end')
}

function insertInto(table: string, columns: readonly string[]): string {
  const fields = columns.map((column) => `(whole.v).${column}`).join(', ')
  // The offset keeps each row from being read once for each of its columns.
  return `insert into ${table} (${columns.join(', ')}) overriding system value
    select ${fields} from (select raw::${table} as v from unnest($1::text[]) as raw offset 0) as whole`
}

function requireAll(
  said: Readonly<Record<string, number>>,
  counts: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, unknown>,
): void {
  for (const table of known.keys()) {
    if (counts.get(table) !== said[table])
      throw damaged(`${table} has ${counts.get(table) ?? 0} rows instead of ${said[table] ?? 0}`)
  }
}

function damaged(reason: string): DatabaseError {
  return new DatabaseError('backup_damaged', { reason })
}

/** What PostgreSQL says of rows that are not right: of data, of a constraint. */
function damageOf(error: unknown): DatabaseError | undefined {
  if (!(error instanceof pg.DatabaseError) || !/^2[23]/.test(error.code ?? '')) return undefined
  return new DatabaseError('backup_damaged', { reason: error.message }, { cause: error })
}
