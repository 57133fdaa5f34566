import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Gives a lane back that is held under this token, due again at `nextAt`, or by itself never. With `keeps` it only
 * says so, and stays held.
 */
export async function releaseLane(
  tx: Transaction<DB>,
  lane: {
    organizationId: string
    leaseToken: bigint
    nextAt: Date | null
    failuresInRow: number
    closedUntil: Date | null
    keeps?: boolean
  },
): Promise<void> {
  await tx
    .updateTable('booking_lanes')
    .set({
      ...(lane.keeps ? {} : { leased_by: null, lease_until: null }),
      next_at: lane.nextAt,
      failures_in_row: lane.failuresInRow,
      closed_until: lane.closedUntil,
    })
    .where('organization_id', '=', lane.organizationId)
    .where('lease_token', '=', lane.leaseToken)
    .execute()
}
