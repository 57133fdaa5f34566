import { type Transaction as KyselyTransaction, sql } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import type { Database } from '../pools/open-database.ts'
import type { DB } from '../schema/schema.generated.ts'

/** A transaction on the tables of this package. */
export type Transaction = KyselyTransaction<DB>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Runs `work` in one transaction that sees and writes the rows of one organization only. The setting ends with
 * the transaction, so a pooled connection never carries it to the next caller. Any error thrown by `work` rolls
 * everything back.
 *
 * @throws DatabaseError `no_organization`, `database_unreachable` and what the queries throw
 */
export async function inOrganization<T>(
  database: Database,
  organizationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if (!uuid.test(organizationId)) throw new DatabaseError('no_organization', { organizationId })
  return inTransaction(database, async (tx) => {
    await sql`select set_config('stella.organization_id', ${organizationId}, true)`.execute(tx)
    return work(tx)
  })
}

/**
 * The same for one person: of sessions, passwords and second factors only theirs are seen. Role `stella_accounts`.
 */
export async function inPerson<T>(
  database: Database,
  userId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(database, async (tx) => {
    await sql`select set_config('stella.user_id', ${userId}, true)`.execute(tx)
    return work(tx)
  })
}

/** Somebody else's turn comes between two tries at most a few times; more would mean that they never agree. */
const mostTries = 5

/**
 * The same without an organization, for roles whose policies reach across organizations. Of two that wait for each
 * other PostgreSQL ends one: what that one did is undone, and it begins again, so `work` may run more than once.
 */
export async function inTransaction<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.kysely.transaction().execute(work)
    } catch (error) {
      if (tries === mostTries || !isOfOrder(error)) throw databaseErrorOf(error)
    }
  }
}

/** Whether PostgreSQL undid a transaction only because of what others did at that moment (classes 40P01 and 40001). */
function isOfOrder(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return code === '40P01' || code === '40001' || isOfOrder(error.cause)
}
