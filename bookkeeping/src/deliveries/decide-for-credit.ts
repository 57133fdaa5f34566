import { type BookingState, openBookingStates, standingBookingStates } from '../bookings/booking-states.ts'
import type { Instant } from '../ports/clock.ts'
import type { Decision } from './decision.ts'
import { newDelivery } from './delivery.ts'

/** How far the booking is of the invoice that a credit note takes back. */
export type Credited = {
  readonly state: BookingState
  /** The books it stands in, or is meant for. */
  readonly booksId: string
  /** When it goes on; null for at once, or for when somebody acts. */
  readonly nextAt: Instant | null
}

/** The booking of that invoice frees its credit notes; this is only for what befalls it without one. */
const LOOK_AGAIN_AFTER_MS = 60 * 1_000

/** Whether a credit note may be sent to these books: alone there it would take back what never stood there. */
export function isCreditedIn(booksId: string, credited: Credited | null): boolean {
  if (credited === null) return true
  return isBooked(credited.state) && credited.booksId === booksId
}

/**
 * A credit note whose invoice does not stand in these books: while that one is on its way it waits and is passed by
 * others; once that one waits for a person, or stands in other books, so does the credit note.
 */
export function decideForCredit(credited: Credited, now: Instant): Decision {
  if (openBookingStates.some((state) => state === credited.state)) {
    const nextAt = Math.max(credited.nextAt ?? now, now + LOOK_AGAIN_AFTER_MS)
    // What was looked up in vain is passed by others, and so is this.
    const change = { ...newDelivery, lookUps: 1, nextAt, cause: 'credited_not_booked_yet' as const }
    return { event: 'postponed', change, pause: null, health: 'worked' }
  }
  const cause = isBooked(credited.state) ? 'credited_elsewhere' : 'credited_not_booked'
  return { event: 'refused', change: { ...newDelivery, cause }, pause: null, health: 'worked' }
}

function isBooked(state: BookingState): boolean {
  return standingBookingStates.some((it) => it === state)
}
