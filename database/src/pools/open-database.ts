import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { DatabaseError } from '../errors/database-error.ts'
import { isLoginOf, type WorkingRole } from '../logins/working-role.ts'
import type { DB } from '../schema/schema.generated.ts'
import { parseDatabaseUrl } from './database-url.ts'
import { withFewerRoundTrips } from './fewer-round-trips.ts'
import { sessionSettings } from './session-settings.ts'

export type DatabaseRole = WorkingRole | 'owner'

export interface Database {
  /** PostgreSQL itself, with the user and the password of the role: for one more connection, to listen with. */
  readonly url: string
  readonly kysely: Kysely<DB>
  readonly pool: pg.Pool
  close(): Promise<void>
}

export interface OpenDatabaseOptions {
  /** postgresql://…, of a login of the role (Logins); a unix socket as `?host=%2Ffolder`. */
  url: string
  /** A pooler before it that hands out connections for a transaction each; its user and password are those of `url`. */
  poolerUrl?: string
  /** What every connection of this pool may do; `owner` is whoever made the tables (migrations, tests). */
  role: DatabaseRole
  /** Default 10. PostgreSQL itself allows 100 over all pools unless told otherwise. */
  maxConnections?: number
  /** Seen in pg_stat_activity; default `stella`. */
  applicationName?: string
}

/** A caller waits this long for a free or new connection, then gets an error instead of hanging. */
const connectionTimeoutMs = 10_000

/** Between two calls the engine waits for its statements, few and always the same; others send many, and of many kinds. */
const hurried: ReadonlySet<DatabaseRole> = new Set(['stella_worker'])

const int8 = 20
const date = 1082

/**
 * Opens a pool whose connections work as one role. Nothing is connected until the first query.
 *
 * int8 arrives as bigint, date as 'YYYY-MM-DD', numeric as a decimal string, timestamptz as Date.
 *
 * @throws DatabaseError `database_url_invalid`, also when the address is that of another user: nothing that a role
 *   does must ever run with the rights of the owner
 */
export function openDatabase(options: OpenDatabaseOptions): Database {
  const isHurried = hurried.has(options.role)
  const url = urlWithSettings(options)
  const pool = new pg.Pool({
    connectionString: options.poolerUrl === undefined ? url : throughPooler(url, options.poolerUrl),
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'stella',
    connectionTimeoutMillis: connectionTimeoutMs,
    types: { getTypeParser },
    pipeline: isHurried,
  })
  // A connection that breaks is replaced, and whoever queries on it hears of it there. Without these listeners,
  // on idle connections and on those in use, Node would end the whole process instead.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const dialect = new PostgresDialect({
    pool: isHurried ? withFewerRoundTrips(pool) : pool,
  })
  const kysely = new Kysely<DB>({ dialect })
  return { url, kysely, pool, close: () => closeOnce(kysely, pool) }
}

/** The settings travel with the sign-in, so they cost no round trip and hold from the first statement on. */
function urlWithSettings({ url, role }: OpenDatabaseOptions): string {
  const parsed = parseDatabaseUrl(url)
  if (role !== 'owner' && !isLoginOf(role, decodeURIComponent(parsed.username)))
    throw new DatabaseError('database_url_invalid', { reason: `its user is no login of ${role}` })
  const settings = sessionSettings(role).map(([name, value]) => `-c ${name}=${value}`)
  const given = parsed.searchParams.get('options')
  parsed.searchParams.set('options', [...(given === null ? [] : [given]), ...settings].join(' '))
  return parsed.href
}

/** The same user and settings at another address. */
function throughPooler(url: string, poolerUrl: string): string {
  const [own, pooler] = [parseDatabaseUrl(url), parseDatabaseUrl(poolerUrl)]
  pooler.username = own.username
  pooler.password = own.password
  pooler.searchParams.set('options', own.searchParams.get('options') ?? '')
  return pooler.href
}

const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (format !== 'binary') {
    if (oid === int8) return BigInt
    if (oid === date) return String
  }
  return pg.types.getTypeParser(oid, format)
}

const closed = new WeakMap<Kysely<DB>, Promise<void>>()

function closeOnce(kysely: Kysely<DB>, pool: pg.Pool): Promise<void> {
  const closing = closed.get(kysely) ?? closeBoth(kysely, pool)
  closed.set(kysely, closing)
  return closing
}

/** Kysely ends the pool only if it ever used it itself. */
async function closeBoth(kysely: Kysely<DB>, pool: pg.Pool): Promise<void> {
  await kysely.destroy()
  if (!pool.ending) await pool.end()
}
