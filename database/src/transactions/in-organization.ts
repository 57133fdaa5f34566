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

/** The same without an organization, for roles whose policies reach across organizations. */
export async function inTransaction<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await database.kysely.transaction().execute(work)
  } catch (error) {
    throw databaseErrorOf(error)
  }
}
