import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { classify } from '../causes/classify.ts'
import { decideRelationMissed } from '../deliveries/decide-after-missed.ts'
import {
  decideAccepted,
  decideAfterFailure,
  decideNotSent,
  nextTryByItself,
} from '../deliveries/decide-after-sending.ts'
import type { Decision } from '../deliveries/decision.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Said } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { Intent, OpenBooking } from '../ports/store.ts'
import { type BookingDecision, bookingCommit } from './booking-commit.ts'
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
  const mutation = withCodeOfNow(booking)
  const claimed = await store.commit(claim.lane, {
    at: intent.startedAt,
    booksId: booking.booksId,
    booking: {
      id: booking.id,
      from: booking.state,
      event: 'claimed',
      change: { claim: claim.lane.token, nextAt: null, lastByteAt: null },
      ...(mutation === booking.mutation ? {} : { mutation }),
    },
    intent,
    exchanges: opened.exchanges,
    about: { bookingId: booking.id },
  })
  if (claimed !== 'done') return { committed: claimed, health: null }
  // The row stays in `sending`; whoever has the lane next finds it there and looks the outcome up.
  if (!claim.isValid()) return laneLost
  const said = await books.addMutation(mutation, claim.signal)
  const at = clock.now()
  const decision = decide(turn, booking, said, at)
  const committed = await store.commit(
    claim.lane,
    bookingCommit({ ...booking, state: 'sending' }, decision, {
      at,
      connection,
      claim: claim.lane.token,
      mutationNumber: said.ok ? said.value.mutationNumber : null,
      exchanges: said.exchanges,
      wasHeld: booking.state === 'rejected',
      finishes: intent,
    }),
  )
  return { committed, health: decision.health }
}

function decide(
  turn: Turn,
  { delivery }: OpenBooking,
  said: Said<{ mutationNumber: number }>,
  at: Instant,
): BookingDecision {
  const moment = momentAt(turn, at)
  if (!said.ok) {
    const { cause, serviceCode } = classify(said.failure)
    if (cause === 'relation_missing') return decideRelationMissed(delivery, serviceCode, at)
    return decideAfterFailure(delivery, said.failure, moment)
  }
  if (Number.isSafeInteger(said.value.mutationNumber) && said.value.mutationNumber > 0)
    return decideAccepted()
  // An answer without a number proves nothing.
  return decideAfterFailure(delivery, { kind: 'no_answer', throttled: false }, moment)
}

/** No session, so nothing was sent: the booking stays what it was. */
async function postpone(turn: Turn, booking: OpenBooking, opened: Unopened): Promise<Worked> {
  const { claim, clock, connection, store } = turn
  const moment = momentAt(turn, clock.now())
  const planned = decideNotSent(booking.delivery, opened.failure, moment)
  const decision = booking.state === 'rejected' ? staysHeld(booking.delivery, planned, moment.now) : planned
  const commit = bookingCommit(booking, decision, { at: moment.now, connection, exchanges: opened.exchanges })
  return { committed: await store.commit(claim.lane, commit), health: decision.health }
}

/** It keeps the reason it is held for, and is tried another time. */
function staysHeld({ cause }: Delivery, decision: Decision, now: Instant): Decision {
  return { ...decision, event: 'postponed', change: { claim: null, nextAt: nextTryByItself(cause, now) } }
}

type Unopened = Extract<Said<null>, { ok: false }>

/** People may have changed the code of the relation in the books since the mutation was planned. */
function withCodeOfNow({ mutation, relation }: OpenBooking): PlannedMutation {
  const { code } = relation.subject
  return mutation.relationCode === code ? mutation : { ...mutation, relationCode: code }
}
