import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export type ClaimedLane = {
  organizationId: string
  leaseToken: bigint
  failuresInRow: number
  closedUntil: Date | null
  /** Its lease had not ended, but whoever held it has been gone for longer than a lease lasts. */
  leaseWasVoid: boolean
}

/**
 * A holder renews its lease several times within its length. By the database's clock one that was not renewed for
 * its whole length and this much longer belongs to nobody, however far away its end was set by a clock that was
 * wrong. A minute: no statement of a holder that lives is under way for so long, and a step of the database's own
 * clock, which takes a lane from a holder that lives, is seldom as large. The token keeps what that one still sends
 * from being written.
 */
const VOID_AFTER_SECONDS = 60

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
    lease_was_void: boolean
  }>`
    with due as (
      select organization_id, coalesce(lease_until > ${claim.now}, false) as lease_was_void
      from booking_lanes
      where next_at <= ${claim.now} and (
        lease_until is null
        or lease_until <= ${claim.now}
        or held_at + make_interval(secs => ${lengthInSeconds(claim) + VOID_AFTER_SECONDS}) <= clock_timestamp()
      )
      order by next_at
      limit ${claim.limit}
      for update skip locked
    )
    update booking_lanes as lane
    set leased_by = ${claim.worker}, lease_until = ${claim.leaseUntil}, lease_token = lane.lease_token + 1,
      held_at = clock_timestamp()
    from due
    where lane.organization_id = due.organization_id
    returning lane.organization_id, lane.lease_token,
      lane.failures_in_row, lane.closed_until, due.lease_was_void
  `.execute(kysely)
  return rows.map((row) => ({
    organizationId: row.organization_id,
    leaseToken: row.lease_token,
    failuresInRow: row.failures_in_row,
    closedUntil: row.closed_until,
    leaseWasVoid: row.lease_was_void,
  }))
}

function lengthInSeconds({ now, leaseUntil }: { now: Date; leaseUntil: Date }): number {
  return (leaseUntil.getTime() - now.getTime()) / 1_000
}
