import { invoiceEntry } from '../activities/activity-entries.ts'
import { judgeReadBack, type ReadBack } from '../bookings/compare-mutation.ts'
import { numbersToRead, verifyAgainAt } from '../bookings/verification.ts'
import { classify } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import { pauseFor } from '../connections/pause.ts'
import { nextTestWhilePaused } from '../connections/test-schedule.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import type { Exchange, FoundMutation } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { BookingStepTaken, UnverifiedBooking } from '../ports/store.ts'
import { isAbsenceCertain } from '../retries/absence.ts'
import { followCodes } from './follow-codes.ts'
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
  if (!said.ok) return readInVain(turn, bookings, said)
  const seen = bookings.map((booking) => ({ booking, found: judge(booking, said.value) }))
  const followed = await followCodes(turn, seen)
  if (!followed.ok) {
    return readInVain(turn, bookings, { ...followed, exchanges: [...said.exchanges, ...followed.exchanges] })
  }
  const judged = seen.map(({ booking, found }) => ({
    booking,
    found: settle(booking, ofRelation(booking, found, followed.codes), askedAt),
  }))
  const at = clock.now()
  const committed = await store.commit(claim.lane, {
    at,
    booksId: turn.connection.booksId,
    verified: judged.map(({ booking, found }) => step(booking, found, askedAt)),
    followed: [...followed.codes].map(([relationId, code]) => ({ relationId, code })),
    activities: judged.flatMap(({ booking, found }) => entries(booking, found, at)),
    exchanges: [...said.exchanges, ...followed.exchanges],
    about: {},
  })
  tell(turn, judged)
  return { committed, health: 'worked' }
}

function judge(
  { mutation, mutationNumber, relation }: UnverifiedBooking,
  read: readonly FoundMutation[],
): ReadBack {
  return judgeReadBack({ mutation, mutationNumber, relationCode: relation.code }, read)
}

/** Nothing was read, so nothing is judged: all of them are read back another time. */
async function readInVain(
  { claim, clock, connection, store }: Turn,
  bookings: readonly UnverifiedBooking[],
  { exchanges, failure }: { exchanges: readonly Exchange[]; failure: RemoteFailure },
): Promise<Worked> {
  const at = clock.now()
  const { cause, class: kind } = classify(failure)
  // The limit is one of reading alone: nothing else waits for it.
  const isLimited = cause === 'call_limit_reached'
  const again = isLimited ? nextTestWhilePaused(cause, at) : verifyAgainAt(at)
  const committed = await store.commit(claim.lane, {
    at,
    booksId: connection.booksId,
    verifyAgain: { bookingIds: bookings.map((booking) => booking.id), at: again },
    pause: pauseFor(kind === 'pause' && !isLimited ? cause : null, connection, at),
    exchanges,
    about: {},
  })
  return { committed, health: kind === 'try_again' ? 'failed' : 'worked' }
}

type Judged = { readonly booking: UnverifiedBooking; readonly found: Settled }

/** Equal, when its relation has that code by now. */
function ofRelation(
  { relation }: UnverifiedBooking,
  found: ReadBack,
  codes: ReadonlyMap<string, string>,
): ReadBack {
  const isEqual = found.kind === 'other_relation' && codes.get(relation.rowId) === found.code
  return isEqual ? { kind: 'equal' } : found
}

type Settled = Exclude<ReadBack, { kind: 'other_relation' }>

/** Not seen, or of another relation, in two readings that lie far enough apart is so. */
function settle({ absentSince }: UnverifiedBooking, found: ReadBack, askedAt: Instant): Settled {
  if (found.kind !== 'not_seen' && found.kind !== 'other_relation') return found
  if (absentSince === null || !isAbsenceCertain(absentSince, askedAt)) return { kind: 'not_seen' }
  return found.kind === 'not_seen'
    ? { kind: 'contradiction', cause: 'missing_in_books', numbers: [] }
    : { kind: 'contradiction', cause: 'changed_in_books', numbers: found.numbers }
}

function step({ id, absentSince }: UnverifiedBooking, found: Settled, askedAt: Instant): BookingStepTaken {
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
function entries({ mutationNumber, subject }: UnverifiedBooking, found: Settled, at: Instant) {
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
