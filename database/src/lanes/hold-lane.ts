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
 * Whether the lane is still held under this token. It stays so until the transaction ends, because the row is
 * locked. Who will write the log in the same transaction says so, and takes the log's turn first: that is the
 * order of markLaneDue(). The organization is named because a worker sees the lanes of all.
 */
export async function holdLane(
  tx: Transaction<DB>,
  lane: { organizationId: string; leaseToken: bigint },
  then: { writesLog: boolean },
): Promise<boolean> {
  if (then.writesLog) await lockActivities(tx)
  const row = await tx
    .selectFrom('booking_lanes')
    .select('lease_token')
    .where('organization_id', '=', lane.organizationId)
    .where('lease_token', '=', lane.leaseToken)
    .where('leased_by', 'is not', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}
