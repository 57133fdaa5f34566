import { bookingTransitions } from '../booking/booking-states.ts'
import { newDelivery } from '../delivery/delivery.ts'
import { stateAfter } from '../delivery/transitions.ts'
import type { Instant } from '../ports/clock.ts'
import type { World } from './history.ts'

const MINUTE = 60_000

/**
 * What people do about failures: once the faults are over somebody mends what the books refused and offers it
 * again, takes away by hand what was booked by hand, and enters new codes where they were refused.
 */
export function offerAgain(world: World, quietFrom: Instant): void {
  const { timeline, random } = world
  withdrawCodes(world)
  timeline.after(quietFrom - timeline.now + random.between(1, MINUTE), () => {
    for (const memory of world.organizations.values()) {
      const administration = world.administrations.get(memory.id)
      administration?.refused.clear()
      for (const booking of memory.bookings) {
        const isMended = booking.state === 'rejected' && booking.delivery.cause === 'period_closed'
        const isConflict = booking.state === 'conflict'
        if (!isMended && !isConflict) continue
        booking.delivery = { ...newDelivery, lastByteAt: booking.delivery.lastByteAt ?? timeline.now }
        booking.state = stateAfter(bookingTransitions, booking.state, 'offered_again')
        world.coverage.count(isMended ? 'mended and offered again' : 'conflict offered again')
      }
      memory.markDue(timeline.now)
    }
    world.wake()
  })
}

/** In some histories the codes stop working for a while; then new ones are entered. */
function withdrawCodes({
  administrations,
  coverage,
  organizations,
  random,
  timeline,
  plan,
  wake,
}: World): void {
  for (const [id, administration] of administrations) {
    if (!random.happens(0.15)) continue
    const from = random.between(0, plan.faultyFor)
    timeline.after(from, () => {
      administration.codesValid = false
      coverage.count('codes withdrawn')
    })
    timeline.after(from + random.between(1, 30 * MINUTE), () => {
      administration.codesValid = true
      administration.session += 1
      const memory = organizations.get(id)
      if (memory === undefined) return
      memory.connection.state = 'active'
      memory.connection.pausedCause = null
      memory.connection.codesVersion += 1
      memory.markDue(timeline.now)
      wake()
    })
  }
}
