import type { BookingState } from '../bookings/booking-states.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Instant } from '../ports/clock.ts'
import type { RelationState } from '../relations/relation-states.ts'

type Open = {
  readonly state: BookingState
  readonly delivery: Delivery
  readonly relation: { readonly state: RelationState; readonly delivery: Delivery }
}

/**
 * Which of the open bookings of an administration, given in order of number, comes first: one that was being sent
 * when its claim ended; or else one that is due for a look-up, as what was begun is settled before anything new is
 * sent; or else the lowest number that nothing lets pass. PostgreSQL chooses the same in findFirstBooking().
 */
export function firstBooking<Booking extends Open>(open: readonly Booking[], now: Instant): Booking | null {
  return (
    open.find(({ state }) => state === 'sending') ??
    open.find(({ state, delivery }) => state === 'unknown' && isDue(delivery, now)) ??
    open.find((booking) => !isPassed(booking, now)) ??
    null
  )
}

/**
 * Whether those after it go first: it waits, or its relation does, because nobody knows what became of it. A
 * look-up was answered meanwhile, so the service works; before that, sending more could only make more unknown.
 * What waits for another reason has a reason that holds for those after it too, and keeps its turn.
 */
function isPassed({ state, delivery, relation }: Open, now: Instant): boolean {
  if (waitsLookedUp(delivery, now)) return true
  const isRelationOpen = ['planned', 'unknown', 'missed'].includes(relation.state)
  // One that people had looked up again, without a failure of its own, stands in no entry of the log as waiting.
  const isSeen = relation.delivery.cause !== null
  return state === 'planned' && isRelationOpen && isSeen && waitsLookedUp(relation.delivery, now)
}

/** When the next wait ends of those that were looked up, or will be; null when none waits. */
export function waitOverAt(open: readonly Open[], now: Instant): Instant | null {
  const waits = open.flatMap(({ state, delivery: { lookUps, nextAt } }) => {
    const isLookedUp = state === 'unknown' || (state === 'planned' && lookUps > 0)
    return isLookedUp && nextAt !== null && nextAt > now ? [nextAt] : []
  })
  return waits.length === 0 ? null : Math.min(...waits)
}

function waitsLookedUp({ lookUps, nextAt }: Delivery, now: Instant): boolean {
  return lookUps > 0 && nextAt !== null && nextAt > now
}

function isDue({ nextAt }: Delivery, now: Instant): boolean {
  return nextAt === null || nextAt <= now
}
