import { invoiceEntry } from '../activities/activity-entries.ts'
import { judgeReadBack, type ReadBack } from '../bookings/compare-mutation.ts'
import { classify } from '../causes/classify.ts'
import { pauseFor } from '../connections/pause.ts'
import { nextTestWhilePaused } from '../connections/test-schedule.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { isAbsenceCertain } from '../policy/quarantine.ts'
import { numbersToRead, verifyAgainAt } from '../policy/verification.ts'
import type { Instant } from '../ports/clock.ts'
import type { BookingStepTaken, UnverifiedBooking } from '../ports/store.ts'
import type { Turn, Worked } from './turn.ts'

/**
 * Reads a batch of booked mutations back in one call, and compares each to the cent. One that is not to be seen is
 * read back once more: a single answer without it, such as an empty one, proves nothing.
 */
export async function verifyBookings(turn: Turn, bookings: readonly UnverifiedBooking[]): Promise<Worked> {
  const { books, claim, clock, store } = turn
  const { from, to } = numbersToRead(bookings.map((booking) => booking.mutationNumber))
  const askedAt = clock.now()
  const said = await books.findMutationsNumbered(from, to, claim.signal)
  const at = clock.now()
  if (!said.ok) {
    const { cause, class: kind } = classify(said.failure)
    // The limit is one of reading alone: nothing else waits for it.
    const isLimited = cause === 'call_limit_reached'
    const again = isLimited ? nextTestWhilePaused(cause, at) : verifyAgainAt(at)
    const committed = await store.commit(claim.lane, {
      at,
      booksId: turn.connection.booksId,
      verifyAgain: { bookingIds: bookings.map((booking) => booking.id), at: again },
      pause: pauseFor(kind === 'pause' && !isLimited ? cause : null, turn.connection, at),
      exchanges: said.exchanges,
      about: {},
    })
    return { committed, health: kind === 'try_again' ? 'failed' : 'worked' }
  }
  const judged = bookings.map((booking) => ({
    booking,
    found: settle(booking, judgeReadBack(booking, said.value), askedAt),
  }))
  const committed = await store.commit(claim.lane, {
    at,
    booksId: turn.connection.booksId,
    verified: judged.map(({ booking, found }) => step(booking, found, askedAt)),
    activities: judged.flatMap(({ booking, found }) => entries(booking, found, at)),
    exchanges: said.exchanges,
    about: {},
  })
  tell(turn, judged)
  return { committed, health: 'worked' }
}

type Judged = { readonly booking: UnverifiedBooking; readonly found: ReadBack }

/** Not seen in two readings that lie far enough apart is missing. */
function settle({ absentSince }: UnverifiedBooking, found: ReadBack, askedAt: Instant): ReadBack {
  const isMissing =
    found.kind === 'not_seen' && absentSince !== null && isAbsenceCertain(absentSince, askedAt)
  return isMissing ? { kind: 'contradiction', cause: 'missing_in_books', numbers: [] } : found
}

function step({ id, absentSince }: UnverifiedBooking, found: ReadBack, askedAt: Instant): BookingStepTaken {
  switch (found.kind) {
    case 'equal':
      return { id, from: 'booked', event: 'verified', change: { absentSince: null } }
    case 'not_seen':
      return { id, from: 'booked', event: 'not_seen', change: { absentSince: absentSince ?? askedAt } }
    case 'contradiction':
      return { id, from: 'booked', event: 'contradicted', change: { ...newDelivery, cause: found.cause } }
  }
}

/** Not having seen it once is no outcome, and no news for people. */
function entries({ mutationNumber, subject }: UnverifiedBooking, found: ReadBack, at: Instant) {
  if (found.kind === 'not_seen') return []
  if (found.kind === 'equal') return [invoiceEntry('invoice_verified', subject, { at, mutationNumber })]
  const reason = { cause: found.cause, serviceCode: null }
  const { numbers } = found
  return [invoiceEntry('invoice_not_booked', subject, { at, reason, mutationNumbers: numbers })]
}

function tell({ log }: Turn, judged: readonly Judged[]): void {
  const notSeen = judged.filter(({ found }) => found.kind === 'not_seen').length
  if (notSeen > 0) log.warn('bookings not seen when read back', { bookings: notSeen, of: judged.length })
  for (const { booking, found } of judged) {
    if (found.kind !== 'contradiction') continue
    log.error('verification failed', { booking: booking.id, cause: found.cause })
  }
}
