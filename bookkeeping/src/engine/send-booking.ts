import { decideAccepted, decideAfterFailure, decideNotSent } from '../deliveries/decide-after-sending.ts'
import type { Decision } from '../deliveries/decision.ts'
import type { Said } from '../ports/books.ts'
import type { Intent, OpenBooking } from '../ports/store.ts'
import { bookingCommit } from './booking-commit.ts'
import { laneLost, momentAt, type Turn, type Worked } from './turn.ts'

/**
 * Sends the mutation of a booking: a session first, then the intent in the database, then a look at the own
 * claim, and only then the first byte. Whatever happens after that, the intent tells that it may have happened.
 */
export async function sendBooking(turn: Turn, booking: OpenBooking): Promise<Worked> {
  const { books, claim, clock, connection, store } = turn
  const opened = await books.open(claim.signal)
  if (!opened.ok) return postpone(turn, booking, opened)
  const intent: Intent = {
    exchangeId: turn.chance.id(),
    operation: 'AddMutatie',
    startedAt: clock.now(),
  }
  const claimed = await store.commit(claim.lane, {
    at: intent.startedAt,
    booksId: booking.booksId,
    booking: {
      id: booking.id,
      from: 'planned',
      event: 'claimed',
      change: { claim: claim.lane.token, nextAt: null, lastByteAt: null },
    },
    intent,
    exchanges: opened.exchanges,
    about: { bookingId: booking.id },
  })
  if (claimed !== 'done') return { committed: claimed, health: null }
  // The row stays in `sending`; whoever has the lane next finds it there and looks the outcome up.
  if (!claim.isValid()) return laneLost
  const said = await books.addMutation(booking.mutation, claim.signal)
  const decision = decide(turn, booking, said)
  const committed = await store.commit(
    claim.lane,
    bookingCommit({ ...booking, state: 'sending' }, decision, {
      at: clock.now(),
      connection,
      claim: claim.lane.token,
      mutationNumber: said.ok ? said.value.mutationNumber : null,
      exchanges: said.exchanges,
      finishes: intent,
    }),
  )
  return { committed, health: decision.health }
}

function decide(turn: Turn, booking: OpenBooking, said: Said<{ mutationNumber: number }>): Decision {
  const moment = momentAt(turn, turn.clock.now())
  if (!said.ok) return decideAfterFailure(booking.delivery, said.failure, moment)
  if (Number.isSafeInteger(said.value.mutationNumber) && said.value.mutationNumber > 0)
    return decideAccepted()
  // An answer without a number proves nothing.
  return decideAfterFailure(booking.delivery, { kind: 'no_answer', throttled: false }, moment)
}

/** No session, so nothing was sent: the booking stays planned. */
async function postpone(turn: Turn, booking: OpenBooking, opened: Unopened): Promise<Worked> {
  const { claim, clock, connection, store } = turn
  const moment = momentAt(turn, clock.now())
  const decision = decideNotSent(booking.delivery, opened.failure, moment)
  const commit = bookingCommit(booking, decision, { at: moment.now, connection, exchanges: opened.exchanges })
  return { committed: await store.commit(claim.lane, commit), health: decision.health }
}

type Unopened = Extract<Said<null>, { ok: false }>
