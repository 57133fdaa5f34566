import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema.generated.ts'
import { holdLane } from './hold-lane.ts'

/**
 * Gives a lane back and sets when it is due again: `notBefore` at the earliest, null for never by itself.
 *
 * The lane's row is locked first and the work looked for in a later statement, which sees everything committed
 * until then. The other way round, work added in between would wait for the next poll, or for ever.
 */
export async function releaseLane(
  tx: Transaction<DB>,
  lane: {
    organizationId: string
    leaseToken: bigint
    now: Date
    /** States of work that goes on by itself. */
    openBookings: readonly string[]
    openRelations: readonly string[]
    /** Whether the connection lets work through; without, only a test makes the lane due. */
    working: boolean
    notBefore: Date | null
    failuresInRow: number
    closedUntil: Date | null
  },
): Promise<boolean> {
  if (!(await holdLane(tx, lane))) return false
  await sql`
    update booking_lanes set
      leased_by = null, lease_until = null,
      failures_in_row = ${lane.failuresInRow}, closed_until = ${lane.closedUntil},
      next_at = case when work.at is not null then greatest(${lane.notBefore}::timestamptz, work.at) end
    from (
      select least(
        (select least(test_requested_at, next_test_at) from connections where state <> 'disconnected'),
        (select coalesce(next_at, ${lane.now}) from bookings
          where ${lane.working} and state = any(${[...lane.openBookings]}::text[])
          order by ordinal limit 1),
        (select min(coalesce(next_at, ${lane.now})) from relations
          where ${lane.working} and state = any(${[...lane.openRelations]}::text[])),
        (select min(verify_at) from bookings where ${lane.working} and state = 'booked')
      ) as at
    ) as work
    where organization_id = ${lane.organizationId}
  `.execute(tx)
  return true
}
