import { decideForCredit } from '../deliveries/decide-for-credit.ts'
import type { Decision } from '../deliveries/decision.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import type { Instant } from '../ports/clock.ts'
import type { OpenBooking } from '../ports/store.ts'
import { causeOfHolding, isFailed } from '../relations/relation-states.ts'
import { bookingCommit } from './booking-commit.ts'
import type { Turn, Worked } from './turn.ts'

/**
 * Sets a booking aside, visibly, because its relation was not accepted or is gone, or because it takes back what does
 * not stand in the books; those after it go on.
 */
export async function holdBooking(
  { claim, clock, connection, store }: Turn,
  booking: OpenBooking,
): Promise<Worked> {
  const at = clock.now()
  const commit = bookingCommit(booking, decide(booking, at), { at, connection })
  return { committed: await store.commit(claim.lane, commit), health: null }
}

function decide({ credited, relation }: OpenBooking, now: Instant): Decision {
  if (credited !== null && !isFailed(relation.state)) return decideForCredit(credited, now)
  const change = {
    ...newDelivery,
    cause: causeOfHolding(relation.state),
    causeCode: relation.delivery.causeCode,
  }
  return { event: 'refused', change, pause: null, health: 'worked' }
}
