import type { Transaction, Updateable } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Changes the connection of the transaction's organization if it is in one of these states and, as far as they are
 * given, still has the codes of this version and waits for the test that was asked for then. Returns whether it was
 * changed.
 */
export async function changeConnection(
  tx: Transaction<DB>,
  at: { from: readonly string[]; codesVersion?: number; testRequestedAt?: Date },
  set: Updateable<DB['connections']>,
): Promise<boolean> {
  let query = tx.updateTable('connections').set(set).where('state', 'in', at.from)
  if (at.codesVersion !== undefined) query = query.where('codes_version', '=', at.codesVersion)
  if (at.testRequestedAt !== undefined) query = query.where('test_requested_at', '=', at.testRequestedAt)
  const result = await query.executeTakeFirst()
  return result.numUpdatedRows > 0n
}
