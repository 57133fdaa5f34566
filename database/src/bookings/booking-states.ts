// As the engine has them; tests/agreement holds the two together.

/** States in which a booking goes on by itself. */
export const openBookingStates = ['planned', 'sending', 'unknown'] as const
/** States in which a person must act. */
export const failedBookingStates = ['rejected', 'conflict'] as const
/** States in which an invoice stands in the books: Stella booked it, or a person did. */
export const standingBookingStates = ['booked', 'verified', 'adopted'] as const
