import type { Decision } from '../deliveries/decision.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import type { OpenBooking } from '../ports/store.ts'
import { causeOfHolding } from '../relations/relation-states.ts'
import { bookingCommit } from './booking-commit.ts'
import type { Turn, Worked } from './turn.ts'

/** Sets a booking aside, visibly, because its relation was not accepted or is gone; those after it go on. */
export async function holdBooking(
  { claim, clock, connection, store }: Turn,
  booking: OpenBooking,
): Promise<Worked> {
  const decision: Decision = {
    event: 'refused',
    change: {
      ...newDelivery,
      cause: causeOfHolding(booking.relation.state),
      causeCode: booking.relation.delivery.causeCode,
    },
    pause: null,
    health: 'worked',
  }
  const commit = bookingCommit(booking, decision, { at: clock.now(), connection })
  return { committed: await store.commit(claim.lane, commit), health: null }
}
