import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** Whether anything is booked, or will be, for this relation. */
export async function hasBookings(tx: Transaction<DB>, relationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('bookings')
    .select('id')
    .where('relation_id', '=', relationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes the same step for every booking of a relation that was held back for these causes and could be planned: in
 * one statement, because they may be tens of thousands. Returns how many there were.
 */
export async function freeHeldBookings(
  tx: Transaction<DB>,
  relationId: string,
  step: { from: string; causes: readonly string[]; to: string; at: Date },
): Promise<number> {
  const result = await tx
    .updateTable('bookings')
    .set({ state: step.to, changed_at: step.at, next_at: null, cause: null, cause_code: null })
    .where('relation_id', '=', relationId)
    .where('state', '=', step.from)
    .where('cause', 'in', step.causes)
    .where('mutation', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
