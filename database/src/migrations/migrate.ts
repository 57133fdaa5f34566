import pg from 'pg'
import { DatabaseError } from '../errors/database-error.ts'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import { workingRoles } from '../logins/working-role.ts'
import { parseDatabaseUrl } from '../pools/database-url.ts'
import { withClient } from '../pools/with-client.ts'
import { type Migration, readMigrations } from './read-migrations.ts'
import { underUpkeepLock } from './upkeep-lock.ts'

/** PostgreSQL 15 is the first that does not let every user create tables in the schema public. */
const oldestServerVersion = 150_000

/**
 * Brings a database to the schema this version knows; does nothing when it is there already. Several processes
 * may call it at once: one works, the others wait. Each migration is one transaction.
 *
 * @param url of a user who may create tables and roles
 * @returns the names of the migrations that were applied now
 * @throws DatabaseError `database_unreachable`, `database_refused`, `database_too_old`, `database_lacks_rights`,
 *   `roles_of_another_owner`, `data_of_newer_version`, `migration_changed`, `migration_failed`, `migration_numbering`
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  parseDatabaseUrl(url)
  try {
    return await withClient(url, 'migrate', async (client) => {
      await refuseOldServer(client)
      await beginHistory(client)
      return underUpkeepLock(url, () => migrateUnderLock(client, migrations))
    })
  } catch (error) {
    throw databaseErrorOf(error)
  }
}

async function migrateUnderLock(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const applied = await appliedMigrations(client)
  refuseForeignHistory(applied, migrations)
  const names: string[] = []
  for (const migration of migrations.slice(applied.length)) {
    await apply(client, migration)
    names.push(fullName(migration))
  }
  await forbidTemporaryTables(client)
  return names
}

/**
 * Nobody needs any, and one under the name of a real table can be taken for it. A right of the database itself, which
 * no copy or restored backup of it keeps: so not a migration.
 */
async function forbidTemporaryTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  for (const { name } of rows) {
    await client.query(`revoke temporary on database ${pg.escapeIdentifier(name)} from public`)
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  )
  const version = rows[0]
  if (version === undefined || version.number < oldestServerVersion) {
    throw new DatabaseError('database_too_old', { version: version?.name ?? 'an unknown version' })
  }
}

interface AppliedMigration {
  version: number
  name: string
  checksum: string
}

/** Several processes may do so at once, and one of them is told that it is there already. */
async function beginHistory(client: pg.Client): Promise<void> {
  try {
    await client.query(`create table if not exists public.schema_migrations (
      version int primary key,
      name text not null,
      applied_at timestamptz not null default now(),
      checksum text not null
    )`)
  } catch (error) {
    if (!isMadeAlready(error)) throw lacksRights(error) ?? error
  }
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select version, name, checksum from public.schema_migrations order by version',
  )
  return rows
}

function refuseForeignHistory(applied: AppliedMigration[], known: readonly Migration[]): void {
  const newest = applied.at(-1)
  if (newest !== undefined && newest.version > known.length) {
    throw new DatabaseError('data_of_newer_version', {
      found: String(newest.version),
      known: String(known.length),
    })
  }
  applied.forEach((row, at) => {
    const migration = known[at]
    if (migration === undefined || migration.version !== row.version || migration.checksum !== row.checksum) {
      throw new DatabaseError('migration_changed', { migration: `${row.version} (${row.name})` })
    }
  })
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into public.schema_migrations (version, name, checksum) values ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const known = databaseErrorOf(error)
    if (known instanceof DatabaseError) throw known
    throw (
      (await rolesOfAnother(client, error)) ??
      lacksRights(error) ??
      new DatabaseError(
        'migration_failed',
        { migration: fullName(migration), reason: messageOf(error) },
        { cause: error },
      )
    )
  }
}

/** Roles belong to the whole server: those that another Stella's owner made there are not this one's to give. */
async function rolesOfAnother(client: pg.Client, error: unknown): Promise<DatabaseError | undefined> {
  if (!isRefused(error)) return undefined
  const { rows } = await client.query<{ owner: string }>(
    `select distinct current_user as owner from pg_roles
     where rolname = any($1) and not pg_has_role(current_user, oid, 'member')`,
    [workingRoles],
  )
  const [found] = rows
  return found && new DatabaseError('roles_of_another_owner', { owner: found.owner }, { cause: error })
}

function isRefused(error: unknown): error is pg.DatabaseError {
  const insufficientPrivilege = '42501'
  return error instanceof pg.DatabaseError && error.code === insufficientPrivilege
}

function isMadeAlready(error: unknown): boolean {
  const [uniqueViolation, duplicateTable, duplicateObject] = ['23505', '42P07', '42710']
  if (!(error instanceof pg.DatabaseError)) return false
  return [uniqueViolation, duplicateTable, duplicateObject].includes(error.code ?? '')
}

function lacksRights(error: unknown): DatabaseError | undefined {
  if (!isRefused(error)) return undefined
  return new DatabaseError('database_lacks_rights', { reason: error.message }, { cause: error })
}

const fullName = (migration: Migration) => `${String(migration.version).padStart(4, '0')}_${migration.name}`

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
