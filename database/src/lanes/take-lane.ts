import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Takes the lane of one organization, whether it is due or not, by the database's clock. Null while somebody else
 * holds it, and when the organization has none.
 */
export async function takeLane(
  kysely: Kysely<DB>,
  { organizationId, worker, leaseMs }: { organizationId: string; worker: string; leaseMs: number },
): Promise<{ leaseToken: bigint } | null> {
  const row = await kysely
    .updateTable('booking_lanes')
    .set({
      leased_by: worker,
      lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1_000})`,
      lease_token: sql<bigint>`lease_token + 1`,
      held_at: sql<Date>`clock_timestamp()`,
    })
    .where('organization_id', '=', organizationId)
    .where((eb) =>
      eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', sql<Date>`clock_timestamp()`)]),
    )
    .returning('lease_token')
    .executeTakeFirst()
  return row === undefined ? null : { leaseToken: row.lease_token }
}

export type LaneRow = { nextAt: Date | null; failuresInRow: number; closedUntil: Date | null }

/** How a lane that is held under this token was last given back; null when it is not held under it any more. */
export async function findHeldLane(
  kysely: Kysely<DB>,
  { organizationId, leaseToken }: { organizationId: string; leaseToken: bigint },
): Promise<LaneRow | null> {
  const row = await kysely
    .selectFrom('booking_lanes')
    .select(['next_at', 'failures_in_row', 'closed_until'])
    .where('organization_id', '=', organizationId)
    .where('lease_token', '=', leaseToken)
    .where('leased_by', 'is not', null)
    .executeTakeFirst()
  if (row === undefined) return null
  return { nextAt: row.next_at, failuresInRow: row.failures_in_row, closedUntil: row.closed_until }
}
