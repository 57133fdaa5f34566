import { type Kysely, sql, type Transaction } from 'kysely'
import { lockActivities } from '../activities/record-activity.ts'
import type { DB } from '../schema/schema.generated.ts'

/** Lengthens leases that are still held under these tokens; returns the organizations whose lease was. */
export async function renewLanes(
  kysely: Kysely<DB>,
  lanes: readonly { organizationId: string; leaseToken: bigint }[],
  leaseUntil: Date,
): Promise<Set<string>> {
  if (lanes.length === 0) return new Set()
  const rows = await kysely
    .updateTable('booking_lanes')
    .set({ lease_until: leaseUntil, held_at: sql<Date>`clock_timestamp()` })
    .where('leased_by', 'is not', null)
    .where((eb) =>
      eb.or(
        lanes.map((lane) =>
          eb.and([eb('organization_id', '=', lane.organizationId), eb('lease_token', '=', lane.leaseToken)]),
        ),
      ),
    )
    .returning('organization_id')
    .execute()
  return new Set(rows.map((row) => row.organization_id))
}

/**
 * Goes on only where the lane is still held under this token. It stays so until the transaction ends, because the row
 * is locked. Who will write the log in the same transaction says so, and takes the log's turn first: that is the
 * order of markLaneDue(). The organization is named because a worker sees the lanes of all.
 *
 * @throws DatabaseError `lane_lost`, where nobody waits for it with the first statement that somebody does wait for
 */
export async function holdLane(
  tx: Transaction<DB>,
  lane: { organizationId: string; leaseToken: bigint },
  then: { writesLog: boolean },
): Promise<void> {
  if (then.writesLog) await lockActivities(tx)
  await sql`select hold_lane(${lane.organizationId}, ${lane.leaseToken})`.execute(tx)
}
