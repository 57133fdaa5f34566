import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from '../schema/schema.generated.ts'
import { parseDatabaseUrl } from './database-url.ts'
import { withFewerRoundTrips } from './fewer-round-trips.ts'

export type DatabaseRole =
  | 'stella_app'
  | 'stella_worker'
  | 'stella_support'
  | 'stella_accounts'
  | 'stella_mail'
  | 'owner'

export interface Database {
  readonly kysely: Kysely<DB>
  readonly pool: pg.Pool
  close(): Promise<void>
}

export interface OpenDatabaseOptions {
  /** postgresql://…; a unix socket as `?host=%2Ffolder`. */
  url: string
  /** The role every connection of this pool works as; `owner` stays the user of the URL (migrations, tests). */
  role: DatabaseRole
  /** Default 10. PostgreSQL itself allows 100 over all pools unless told otherwise. */
  maxConnections?: number
  /** Seen in pg_stat_activity; default `stella`. */
  applicationName?: string
}

/** A caller waits this long for a free or new connection, then gets an error instead of hanging. */
const connectionTimeoutMs = 10_000

/**
 * A transaction that idles this long was forgotten; ending it frees its locks, of which one on a number series
 * would stop an organization. No transaction of ours waits for anything but the database.
 */
const idleInTransactionTimeoutMs = 60_000

/** Between two calls the engine waits for its statements, few and always the same; others send many, and of many kinds. */
const hurried: ReadonlySet<DatabaseRole> = new Set(['stella_worker'])

const int8 = 20
const date = 1082

/**
 * Opens a pool whose connections work as one role. Nothing is connected until the first query.
 *
 * int8 arrives as bigint, date as 'YYYY-MM-DD', numeric as a decimal string, timestamptz as Date.
 */
export function openDatabase(options: OpenDatabaseOptions): Database {
  const isHurried = hurried.has(options.role)
  const pool = new pg.Pool({
    connectionString: urlWithSettings(options),
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
  return { kysely, pool, close: () => closeOnce(kysely) }
}

/**
 * The settings travel with the sign-in, so they cost no round trip, hold from the first statement on, and
 * RESET ROLE comes back to this role instead of the URL's user.
 */
function urlWithSettings({ url, role }: OpenDatabaseOptions): string {
  const parsed = parseDatabaseUrl(url)
  const settings = [`-c idle_in_transaction_session_timeout=${idleInTransactionTimeoutMs}`, '-c timezone=UTC']
  if (role !== 'owner') settings.push(`-c role=${role}`)
  const given = parsed.searchParams.get('options')
  parsed.searchParams.set('options', [...(given === null ? [] : [given]), ...settings].join(' '))
  return parsed.href
}

const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (format !== 'binary') {
    if (oid === int8) return BigInt
    if (oid === date) return String
  }
  return pg.types.getTypeParser(oid, format)
}

const closed = new WeakMap<Kysely<DB>, Promise<void>>()

function closeOnce(kysely: Kysely<DB>): Promise<void> {
  const closing = closed.get(kysely) ?? kysely.destroy()
  closed.set(kysely, closing)
  return closing
}
