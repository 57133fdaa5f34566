import pg from 'pg'
import { DatabaseError } from '../errors/database-error.ts'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import { BACKUP_FORMAT, type BackedUpMigration, type BackupPart } from './backup-part.ts'
import { type BackedUpTable, backedUpSequences, backedUpTables } from './tables.ts'

/**
 * Rows by their size in bytes, and how many of these are asked for at once: small ones in few round trips, large ones one
 * by one, wherever they stand among each other. So two megabytes are held at a time, as text that doubles what is
 * binary, or else one row.
 */
const sizes = [
  { from: 0, below: 2_000, atOnce: 500 },
  { from: 2_000, below: 50_000, atOnce: 20 },
  { from: 50_000, below: null, atOnce: 1 },
] as const

/** So that a row reads the same wherever it is written and read. */
const sameEverywhere =
  "set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1; " +
  'set bytea_output = hex; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; ' +
  'set search_path = public, pg_temp'

/**
 * Reads everything that is backed up, as it was at one instant, while others go on writing. A few rows are held in
 * memory at a time, however much there is.
 *
 * @param url of a user who sees the rows of all organizations: the owner of an embedded server, or one with BYPASSRLS
 * @throws DatabaseError `backup_lacks_rights`, `database_unreachable`, `database_refused`
 */
export async function* copyOut(url: string): AsyncGenerator<BackupPart> {
  const client = new pg.Client({ connectionString: url, application_name: 'stella backup' })
  client.on('error', () => {}) // a lost connection also fails the query that waits, and is told there
  try {
    await client.connect()
    await client.query(sameEverywhere)
    // Whoever does not see every row gets an error instead of fewer rows.
    await client.query('set row_security = off')
    await client.query('begin transaction isolation level repeatable read, read only')
    yield* copyTables(client)
    await client.query('commit')
  } catch (error) {
    throw lacksRights(error) ?? databaseErrorOf(error)
  } finally {
    await client.end().catch(() => {})
  }
}

async function* copyTables(client: pg.Client): AsyncGenerator<BackupPart> {
  yield await beginOf(client)
  const tables = await backedUpTables(client)
  // No migration changes a table before it is read.
  const names = tables.map(({ name }) => name).join(', ')
  await client.query(`lock table ${names} in access share mode`)
  const rows: Record<string, number> = {}
  for (const table of tables) {
    yield { kind: 'table', table: table.name, columns: table.columns }
    let count = 0
    for await (const batch of rowsOf(client, table)) {
      count += batch.length
      yield { kind: 'rows', rows: batch }
    }
    rows[table.name] = count
  }
  for (const sequence of await backedUpSequences(client))
    yield { kind: 'sequence', sequence, last: await lastOf(client, sequence) }
  yield { kind: 'end', rows }
}

async function beginOf(client: pg.Client): Promise<BackupPart> {
  const { rows } = await client.query<{ at: Date; version: string }>(
    `select transaction_timestamp() as at, current_setting('server_version') as version`,
  )
  const migrations = await client.query<BackedUpMigration>(
    'select version, name, checksum from public.schema_migrations order by version',
  )
  return {
    kind: 'begin',
    format: BACKUP_FORMAT,
    takenAt: (rows[0]?.at ?? new Date()).toISOString(),
    serverVersion: rows[0]?.version ?? '',
    migrations: migrations.rows,
  }
}

async function* rowsOf(client: pg.Client, { name, size }: BackedUpTable): AsyncGenerator<string[]> {
  for (const { atOnce, below, from } of sizes) {
    const ofThisSize = [`${size} >= ${from}`, ...(below === null ? [] : [`${size} < ${below}`])].join(' and ')
    await client.query(
      `declare rows_of_table no scroll cursor for select t::text as row from ${name} t where ${ofThisSize}`,
    )
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${atOnce} from rows_of_table`)
      if (rows.length === 0) break
      yield rows.map(({ row }) => row)
    }
    await client.query('close rows_of_table')
  }
}

async function lastOf(client: pg.Client, sequence: string): Promise<string | null> {
  const { rows } = await client.query<{ last: string; called: boolean }>(
    `select last_value::text as last, is_called as called from ${sequence}`,
  )
  const [found] = rows
  return found?.called ? found.last : null
}

/** Which is what PostgreSQL says, too, when row security would have left out rows. */
function lacksRights(error: unknown): DatabaseError | undefined {
  const insufficientPrivilege = '42501'
  if (!(error instanceof pg.DatabaseError) || error.code !== insufficientPrivilege) return undefined
  return new DatabaseError('backup_lacks_rights', { reason: error.message }, { cause: error })
}
