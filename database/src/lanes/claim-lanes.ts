import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export type ClaimedLane = {
  organizationId: string
  leaseToken: bigint
  failuresInRow: number
  closedUntil: Date | null
}

/**
 * Takes up to `limit` lanes that are due and that nobody holds, those due longest first. Lanes that another
 * worker is taking at this moment are skipped. Every claim raises the token of its lane.
 */
export async function claimLanes(
  kysely: Kysely<DB>,
  claim: { worker: string; now: Date; leaseUntil: Date; limit: number },
): Promise<ClaimedLane[]> {
  const { rows } = await sql<{
    organization_id: string
    lease_token: bigint
    failures_in_row: number
    closed_until: Date | null
  }>`
    with due as (
      select organization_id
      from booking_lanes
      where next_at <= ${claim.now} and (lease_until is null or lease_until <= ${claim.now})
      order by next_at
      limit ${claim.limit}
      for update skip locked
    )
    update booking_lanes as lane
    set leased_by = ${claim.worker}, lease_until = ${claim.leaseUntil}, lease_token = lane.lease_token + 1
    from due
    where lane.organization_id = due.organization_id
    returning lane.organization_id, lane.lease_token,
      lane.failures_in_row, lane.closed_until
  `.execute(kysely)
  return rows.map((row) => ({
    organizationId: row.organization_id,
    leaseToken: row.lease_token,
    failuresInRow: row.failures_in_row,
    closedUntil: row.closed_until,
  }))
}
