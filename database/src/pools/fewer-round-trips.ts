import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/**
 * Statements that PostgreSQL keeps for each connection. The engine has a few dozen; more than this means that
 * somebody writes values into the text of statements, and those are not kept.
 */
const mostStatements = 200

/** The statement's columns changed since it was prepared: somebody migrated the database. */
const cachedPlanChanged = '0A000'

/** Begins the text of a statement behind which nothing but the commit comes. */
export const lastOfTransaction = '/* last of its transaction */'

/** The one row that such a statement gives at once; its own rows come with the answer to the commit. */
export type Unanswered<Row> = { readonly answered: Promise<Row[]> }

/**
 * A pool for who sends the same few statements over and over, and waits for each: it prepares each statement once
 * for each connection, sends what opens a transaction together with the transaction's first statement, and what says
 * that it is the last (lastOfTransaction) together with the commit. The pool's connections must be opened with
 * `pipeline: true`.
 *
 * A connection on which a prepared statement no longer fits the tables is replaced when it is given back, so that
 * at most one transaction fails of that.
 */
export function withFewerRoundTrips(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostStatements) return known
    const name = `s${names.size + 1}`
    names.set(text, name)
    return name
  }
  // One for each connection, because Kysely tells connections apart by them.
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      const quick = wrapped.get(client) ?? clientWithFewerRoundTrips(client, nameOf)
      wrapped.set(client, quick)
      return quick
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

function clientWithFewerRoundTrips(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  let isOutdated = false
  let unanswered: Promise<unknown>[] = []
  const send = (text: string, parameters: readonly unknown[]) => {
    // Statements without parameters are begin, commit and the like: nothing to plan.
    const name = parameters.length === 0 ? undefined : nameOf(text)
    return client.query({ text, values: [...parameters], ...(name === undefined ? {} : { name }) })
  }
  const query = async (text: string, parameters: readonly unknown[]) => {
    const answer = send(text, parameters)
    const all = [...unanswered, answer]
    const isLast = text.startsWith(lastOfTransaction)
    if (isLast || isUnread(text)) {
      unanswered = all
      for (const one of all) one.catch(() => {})
      const rows = isLast ? [{ answered: answer.then((result) => result.rows) }] : []
      return { command: 'SELECT', rowCount: rows.length, rows }
    }
    unanswered = []
    try {
      // The first to fail is the cause; what was sent behind it fails only because of it.
      await Promise.all(all)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === cachedPlanChanged) isOutdated = true
      throw error
    }
    return answer
  }
  const release = (destroy?: boolean) => client.release(destroy === true || isOutdated)
  // As pg's own client is to Kysely: rows of whatever type the caller of the statement knows.
  return Object.assign(Object.create(client) as pg.PoolClient, { query, release })
}

/** What transactions begin with (inOrganization(), lockActivities(), holdLane()): nobody reads the answer. */
function isUnread(text: string): boolean {
  return (
    text === 'begin' ||
    text.startsWith('select set_config(') ||
    text.startsWith('select pg_advisory_xact_lock(') ||
    text.startsWith('select hold_lane(')
  )
}
