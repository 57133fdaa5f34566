import type { DeliveryEvent } from '../deliveries/decision.ts'
import type { Transition } from '../deliveries/transitions.ts'

export const bookingStates = [
  'planned',
  'sending',
  'unknown',
  'booked',
  'verified',
  'rejected',
  'conflict',
  // A person says that a mutation in the books is it, or that it is not to be booked. Neither is ever sent.
  'adopted',
  'excluded',
] as const

export type BookingState = (typeof bookingStates)[number]

export type BookingEvent =
  | DeliveryEvent
  | 'claimed'
  | 'offered_again'
  | 'verified'
  | 'not_seen'
  | 'adopted'
  | 'excluded'
  | 'put_back_to_planned'
  | 'put_back_to_rejected'
  | 'put_back_to_conflict'

/**
 * Everything that can happen to a booking. A step that is not in this table is not taken, and each is taken by an
 * UPDATE that names the state it comes from.
 */
export const bookingTransitions: readonly Transition<BookingState, BookingEvent>[] = [
  { from: 'planned', event: 'claimed', to: 'sending' },
  // Its relation was refused, so it cannot be sent.
  { from: 'planned', event: 'refused', to: 'rejected' },
  { from: 'planned', event: 'postponed', to: 'planned' },
  { from: 'planned', event: 'gave_up', to: 'rejected' },

  { from: 'sending', event: 'accepted', to: 'booked' },
  { from: 'sending', event: 'refused', to: 'rejected' },
  { from: 'sending', event: 'postponed', to: 'planned' },
  { from: 'sending', event: 'gave_up', to: 'rejected' },
  { from: 'sending', event: 'lost', to: 'unknown' },
  { from: 'sending', event: 'claim_expired', to: 'unknown' },

  { from: 'unknown', event: 'found', to: 'booked' },
  { from: 'unknown', event: 'absent', to: 'planned' },
  { from: 'unknown', event: 'absent_elsewhere', to: 'rejected' },
  { from: 'unknown', event: 'still_unknown', to: 'unknown' },
  { from: 'unknown', event: 'contradicted', to: 'conflict' },
  { from: 'unknown', event: 'gave_up', to: 'conflict' },

  { from: 'booked', event: 'verified', to: 'verified' },
  // Once is not believed: it is read back once more.
  { from: 'booked', event: 'not_seen', to: 'booked' },
  { from: 'booked', event: 'contradicted', to: 'conflict' },

  // What holds it back may be mended: one of those that wait for it is tried, and stays where it is if not.
  { from: 'rejected', event: 'claimed', to: 'sending' },
  { from: 'rejected', event: 'postponed', to: 'rejected' },

  // A refusal was an answer: nothing was booked, so it may be sent again.
  { from: 'rejected', event: 'offered_again', to: 'planned' },
  // Of a conflict nobody knows what stands in the books, so it starts with a look-up.
  { from: 'conflict', event: 'offered_again', to: 'unknown' },

  // Somebody knows better: never while it is being sent, nor while its outcome is unknown.
  { from: 'planned', event: 'adopted', to: 'adopted' },
  { from: 'rejected', event: 'adopted', to: 'adopted' },
  { from: 'conflict', event: 'adopted', to: 'adopted' },
  { from: 'planned', event: 'excluded', to: 'excluded' },
  { from: 'rejected', event: 'excluded', to: 'excluded' },
  { from: 'conflict', event: 'excluded', to: 'excluded' },
  { from: 'adopted', event: 'put_back_to_planned', to: 'planned' },
  { from: 'adopted', event: 'put_back_to_rejected', to: 'rejected' },
  { from: 'adopted', event: 'put_back_to_conflict', to: 'conflict' },
  { from: 'excluded', event: 'put_back_to_planned', to: 'planned' },
  { from: 'excluded', event: 'put_back_to_rejected', to: 'rejected' },
  { from: 'excluded', event: 'put_back_to_conflict', to: 'conflict' },
]

/** States in which a booking goes on by itself; the lowest number among them is the next of its administration. */
export const openBookingStates = ['planned', 'sending', 'unknown'] as const satisfies readonly BookingState[]
/** States in which a person must act. */
export const failedBookingStates = ['rejected', 'conflict'] as const satisfies readonly BookingState[]
/** States in which an invoice stands in the books: Stella booked it, or a person did. */
export const standingBookingStates = [
  'booked',
  'verified',
  'adopted',
] as const satisfies readonly BookingState[]
