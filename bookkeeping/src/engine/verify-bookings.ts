import { invoiceEntry } from '../activities/activity-entries.ts'
import { isEqual } from '../booking/compare-mutation.ts'
import type { CauseCode } from '../causes/causes.ts'
import { classify } from '../causes/classify.ts'
import { pauseFor } from '../connection/pause.ts'
import { newDelivery } from '../delivery/delivery.ts'
import { verifyAgainAt } from '../policy/verification.ts'
import type { FoundMutation } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { BookingStepTaken, UnverifiedBooking } from '../ports/store.ts'
import type { Turn, Worked } from './turn.ts'

/** Reads a batch of booked mutations back in one call, and compares each to the cent. */
export async function verifyBookings(turn: Turn, bookings: readonly UnverifiedBooking[]): Promise<Worked> {
  const { books, claim, clock, store } = turn
  const numbers = bookings.map((booking) => booking.mutationNumber)
  const said = await books.findMutationsNumbered(Math.min(...numbers), Math.max(...numbers), claim.signal)
  const at = clock.now()
  if (!said.ok) {
    const { cause, class: kind } = classify(said.failure)
    const committed = await store.commit(claim.lane, {
      at,
      verifyAgain: { bookingIds: bookings.map((booking) => booking.id), at: verifyAgainAt(at) },
      pause: pauseFor(kind === 'pause' ? cause : null, turn.connection, at),
      exchanges: said.exchanges,
      about: {},
    })
    return { committed, health: kind === 'try_again' ? 'failed' : 'worked' }
  }
  const found = new Map(said.value.map((mutation) => [mutation.number, mutation]))
  const judged = bookings.map((booking) => ({
    booking,
    cause: judge(booking, found.get(booking.mutationNumber)),
  }))
  const committed = await store.commit(claim.lane, {
    at,
    verified: judged.map(({ booking, cause }) => step(booking, cause)),
    activities: judged.map(({ booking, cause }) => entry(booking, cause, at)),
    exchanges: said.exchanges,
    about: {},
  })
  for (const { booking, cause } of judged) {
    if (cause !== null) turn.log.error('verification failed', { booking: booking.id, cause })
  }
  return { committed, health: 'worked' }
}

function judge(booking: UnverifiedBooking, found: FoundMutation | undefined): CauseCode | null {
  if (found === undefined) return 'missing_in_books'
  const isSame =
    found.isSalesInvoice &&
    found.invoiceNumber === booking.mutation.invoiceNumber &&
    isEqual(booking.mutation, found)
  return isSame ? null : 'changed_in_books'
}

function step(booking: UnverifiedBooking, cause: CauseCode | null): BookingStepTaken {
  if (cause === null) return { id: booking.id, from: 'booked', event: 'verified', change: {} }
  return { id: booking.id, from: 'booked', event: 'contradicted', change: { ...newDelivery, cause } }
}

function entry({ mutationNumber, subject }: UnverifiedBooking, cause: CauseCode | null, at: Instant) {
  if (cause === null) return invoiceEntry('invoice_verified', 'success', subject, { at, mutationNumber })
  const reason = { cause, serviceCode: null }
  return invoiceEntry('invoice_not_booked', 'failure', subject, { at, reason })
}
