import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { ConnectionRow } from './connection.ts'

/** The connection of the transaction's organization, or null when it never had one. */
export async function findConnection(tx: Transaction<DB>): Promise<ConnectionRow | null> {
  return (await tx.selectFrom('connections').selectAll().executeTakeFirst()) ?? null
}
