import type { Transaction, Updateable } from 'kysely'
import type { DB } from '../schema.generated.ts'

/**
 * Changes the connection of the transaction's organization if it is in one of these states.
 * Returns whether it was.
 */
export async function changeConnection(
  tx: Transaction<DB>,
  from: readonly string[],
  set: Updateable<DB['connections']>,
): Promise<boolean> {
  const result = await tx.updateTable('connections').set(set).where('state', 'in', from).executeTakeFirst()
  return result.numUpdatedRows > 0n
}
