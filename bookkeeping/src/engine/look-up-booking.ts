import { judgeFound } from '../bookings/compare-mutation.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import { decideAfterFailedLookUp, decideAfterLookUp } from '../deliveries/decide-after-look-up.ts'
import { decideInFormerBooks, decideWhereAbsent } from '../deliveries/decide-where-absent.ts'
import { canStillCome } from '../deliveries/observed.ts'
import type { Exchange } from '../ports/books.ts'
import { readingOf } from '../ports/clock.ts'
import type { OpenBooking } from '../ports/store.ts'
import { bookingCommit } from './booking-commit.ts'
import { momentAt, type Turn, type Worked } from './turn.ts'

/**
 * Looks in the books whether a booking of unknown outcome is there. What it does not find is judged by when it
 * asked, not by when the answer came: between the two the request that is looked for may have arrived.
 */
export async function lookUpBooking(turn: Turn, booking: OpenBooking): Promise<Worked> {
  const { books, claim, clock, connection, store, unknowns } = turn
  const asked = readingOf(clock)
  const observed = unknowns.observed(booking.id, booking.delivery, asked.monotonic)
  const said = await books.findMutations(booking.mutation.invoiceNumber, claim.signal)
  const at = clock.now()
  if (!said.ok) return lookedUpInVain(turn, booking, said)
  const mayCome = canStillCome(booking.delivery, asked.now, observed)
  const { sighting, number } = judgeFound(
    booking.mutation,
    said.value,
    mayCome,
    booking.relation.subject.code,
  )
  const decision = decideWhereAbsent(
    booking.delivery,
    decideAfterLookUp(booking.delivery, sighting, momentAt(turn, asked.now), observed),
    { wasBooked: booking.mutationNumber !== null, inFormerBooks: isInFormerBooks(turn, booking) },
  )
  unknowns.learn(booking.id, decision, asked.monotonic)
  if (decision.event === 'contradicted') {
    turn.log.error('booking contradicted by the books', {
      booking: booking.id,
      cause: decision.change.cause ?? null,
    })
  }
  const commit = bookingCommit(booking, decision, {
    at,
    connection,
    mutationNumber: number,
    exchanges: said.exchanges,
  })
  return { committed: await store.commit(claim.lane, commit), health: decision.health }
}

/** A look-up that failed itself, or for which there are no codes. */
export async function lookedUpInVain(
  turn: Omit<Turn, 'books'>,
  booking: OpenBooking,
  { exchanges, failure }: { exchanges: readonly Exchange[]; failure: RemoteFailure },
): Promise<Worked> {
  const { claim, clock, connection, store } = turn
  const at = clock.now()
  const decided = decideAfterFailedLookUp(booking.delivery, failure, momentAt(turn, at))
  const decision = isInFormerBooks(turn, booking) ? decideInFormerBooks(booking.delivery, decided) : decided
  const commit = bookingCommit(booking, decision, { at, connection, exchanges })
  return { committed: await store.commit(claim.lane, commit), health: decision.health }
}

function isInFormerBooks({ connection }: Pick<Turn, 'connection'>, { booksId }: OpenBooking): boolean {
  return booksId !== connection.booksId
}
