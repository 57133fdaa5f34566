import type { Transaction, Updateable } from 'kysely'
import type { DB } from '../schema.generated.ts'

/**
 * Changes the connection of the transaction's organization if it is in one of these states and, when a version is
 * given, still has those codes. Returns whether it was changed.
 */
export async function changeConnection(
  tx: Transaction<DB>,
  at: { from: readonly string[]; codesVersion?: number },
  set: Updateable<DB['connections']>,
): Promise<boolean> {
  let query = tx.updateTable('connections').set(set).where('state', 'in', at.from)
  if (at.codesVersion !== undefined) query = query.where('codes_version', '=', at.codesVersion)
  const result = await query.executeTakeFirst()
  return result.numUpdatedRows > 0n
}
