import { decideClaimExpired } from '../deliveries/decide-after-sending.ts'
import { decideAfterUpdate } from '../deliveries/decide-after-update.ts'
import type { OpenBooking, OpenRelation } from '../ports/store.ts'
import { bookingCommit } from './booking-commit.ts'
import { relationCommit } from './relation-commit.ts'
import { momentAt, type Turn, type Worked } from './turn.ts'

type Recovery = Pick<Turn, 'chance' | 'claim' | 'clock' | 'connection' | 'store'>

/**
 * A booking that was being sent when its claim ended: nobody knows how far that came. We hold the lane now, so
 * whoever held it before sends no more; the quarantine counts from here.
 */
export async function recoverBooking(
  { claim, clock, connection, store }: Recovery,
  booking: OpenBooking,
): Promise<Worked> {
  const now = clock.now()
  const commit = bookingCommit(booking, decideClaimExpired(booking.delivery, now), {
    at: now,
    connection,
  })
  return { committed: await store.commit(claim.lane, commit), health: null }
}

/** The same for a relation that was being added, or changed. */
export async function recoverRelation(
  { chance, claim, clock, connection, store }: Recovery,
  relation: OpenRelation,
): Promise<Worked> {
  const now = clock.now()
  const expired = decideClaimExpired(relation.delivery, now)
  const moment = momentAt({ chance, connection }, now)
  const decision =
    relation.state === 'updating' ? decideAfterUpdate(relation.delivery, expired, moment) : expired
  const commit = relationCommit(relation, decision, { at: now, connection })
  return { committed: await store.commit(claim.lane, commit), health: null }
}
