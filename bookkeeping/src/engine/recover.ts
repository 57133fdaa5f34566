import { decideClaimExpired } from '../delivery/decide-after-sending.ts'
import { decideAfterUpdate } from '../delivery/decide-after-update.ts'
import type { OpenBooking, OpenRelation } from '../ports/store.ts'
import { bookingCommit } from './booking-commit.ts'
import { relationCommit } from './relation-commit.ts'
import type { Turn, Worked } from './turn.ts'

type Recovery = Pick<Turn, 'claim' | 'clock' | 'connection' | 'store'>

/**
 * A booking that was being sent when its claim ended: nobody knows how far that came. We hold the lane now, so
 * whoever held it before sends no more; the quarantine counts from here.
 */
export async function recoverBooking(
  { claim, clock, connection, store }: Recovery,
  booking: OpenBooking,
): Promise<Worked> {
  const now = clock.now()
  const commit = bookingCommit(booking, decideClaimExpired(now, now), { at: now, connection })
  return { committed: await store.commit(claim.lane, commit), health: null }
}

/** The same for a relation that was being added, or changed. */
export async function recoverRelation(
  { claim, clock, connection, store }: Recovery,
  relation: OpenRelation,
): Promise<Worked> {
  const now = clock.now()
  const expired = decideClaimExpired(now, now)
  const decision = relation.state === 'updating' ? decideAfterUpdate(expired, now) : expired
  const commit = relationCommit(relation, decision, { at: now, connection })
  return { committed: await store.commit(claim.lane, commit), health: null }
}
