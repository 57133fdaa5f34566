import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/**
 * Statements that PostgreSQL keeps for each connection. The engine has a few dozen; more than this means that
 * somebody writes values into the text of statements, and those are not kept.
 */
const mostStatements = 200

/** The statement's columns changed since it was prepared: somebody migrated the database. */
const cachedPlanChanged = '0A000'

/**
 * A pool whose connections prepare each statement once and only execute it from then on: for few statements that
 * come over and over it saves reading and planning them every time. A connection on which a prepared statement
 * no longer fits the tables is replaced when it is given back, so that at most one transaction fails of that.
 */
export function preparingStatements(pool: pg.Pool): PostgresPool {
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
      const preparing = wrapped.get(client) ?? preparingClient(client, nameOf)
      wrapped.set(client, preparing)
      return preparing
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

function preparingClient(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  let isOutdated = false
  const query = async (text: string, parameters: readonly unknown[]) => {
    // Statements without parameters are begin, commit and the like: nothing to plan.
    const name = parameters.length === 0 ? undefined : nameOf(text)
    const statement = { text, values: [...parameters], ...(name === undefined ? {} : { name }) }
    try {
      return await client.query(statement)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === cachedPlanChanged) isOutdated = true
      throw error
    }
  }
  const release = (destroy?: boolean) => client.release(destroy === true || isOutdated)
  // As pg's own client is to Kysely: rows of whatever type the caller of the statement knows.
  return Object.assign(Object.create(client) as pg.PoolClient, { query, release })
}
