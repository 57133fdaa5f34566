import { type ActivityEntry, invoiceEntry } from '../activities/activity-entries.ts'
import { isOfCredits, isTriedByItself } from '../causes/causes.ts'
import { pauseFor } from '../connections/pause.ts'
import type { Decision } from '../deliveries/decision.ts'
import type { DeliveryChange } from '../deliveries/delivery.ts'
import type { Exchange } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { Commit, Intent, LaneConnection, OpenBooking } from '../ports/store.ts'

/** What a booking's refusal says of its relation: what changes of that one when the service does not know it. */
type Holding = NonNullable<Commit['heldBy']>

export type BookingDecision = Decision & { readonly missed?: DeliveryChange | null }

/** A decision on a booking as one write: its step, its entry in the log, and what was said. */
export function bookingCommit(
  booking: OpenBooking,
  decision: BookingDecision,
  details: {
    at: Instant
    connection: LaneConnection
    claim?: bigint
    mutationNumber?: number | null
    exchanges?: readonly Exchange[]
    finishes?: Intent
    /** It was tried to see whether what holds it back is mended. */
    wasHeld?: boolean
  },
): Commit {
  const { at, claim, mutationNumber, finishes } = details
  const isNews = details.wasHeld !== true || decision.change.cause !== booking.delivery.cause
  const entry = isNews ? entryOf(booking, decision, at, mutationNumber ?? null) : null
  const heldBy = holding(booking, decision)
  return {
    at,
    booksId: booking.booksId,
    booking: {
      id: booking.id,
      from: booking.state,
      event: decision.event,
      change: decision.change,
      ...(claim === undefined ? {} : { claim }),
      ...(mutationNumber == null ? {} : { mutationNumber }),
    },
    ...(decision.missed == null
      ? {}
      : { relationMissed: { id: booking.relation.id, change: decision.missed } }),
    ...(heldBy === null ? {} : { heldBy }),
    ...(booking.hasCredits && isNowBooked(decision) ? { freesCreditsOf: booking.subject.invoiceId } : {}),
    pause: pauseFor(decision.pause, details.connection, at),
    activities: entry === null ? [] : [entry],
    exchanges: details.exchanges ?? [],
    ...(finishes === undefined ? {} : { finishes }),
    about: { bookingId: booking.id },
  }
}

/** What became known of a fact about the administration: that it holds this one back, or no longer does. */
function holding({ delivery }: OpenBooking, { event, change }: Decision): Holding | null {
  const { cause = null, nextAt = null } = change
  if (event === 'refused' && cause !== null && isTriedByItself(cause)) return { cause, tryAt: nextAt }
  if (!isNowBooked({ event })) return null
  return delivery.cause !== null && isTriedByItself(delivery.cause)
    ? { cause: delivery.cause, tryAt: null }
    : null
}

function isNowBooked({ event }: Pick<Decision, 'event'>): boolean {
  return event === 'accepted' || event === 'found'
}

/** One entry for every outcome; of waiting only the first time it waits for this cause. */
function entryOf(
  booking: OpenBooking,
  decision: Decision,
  at: Instant,
  mutationNumber: number | null,
): ActivityEntry | null {
  const { subject } = booking
  const cause = decision.change.cause ?? null
  const reason = cause === null ? null : { cause, serviceCode: decision.change.causeCode ?? null }
  switch (decision.event) {
    case 'accepted':
      return invoiceEntry('invoice_booked', subject, { at, mutationNumber })
    case 'found':
      return invoiceEntry('invoice_recognised', subject, { at, mutationNumber })
    case 'refused':
    case 'absent_elsewhere':
    case 'contradicted':
    case 'gave_up':
      return invoiceEntry('invoice_not_booked', subject, { at, reason })
    case 'lost':
    case 'claim_expired':
      return invoiceEntry('invoice_outcome_unknown', subject, { at, reason })
    case 'postponed': {
      // What waits for another booking fails at nothing, and stays in the log for as long as it waits.
      const isFirst = isOfCredits(cause) ? cause !== booking.delivery.cause : booking.delivery.attempts === 0
      const isNews = cause !== null && isFirst
      return isNews ? invoiceEntry('invoice_waiting', subject, { at, reason }) : null
    }
    case 'absent':
      return null
    case 'still_unknown': {
      // What waits for another reason than before says so.
      const isNews = cause !== null && cause !== booking.delivery.cause
      return isNews ? invoiceEntry('invoice_waiting', subject, { at, reason }) : null
    }
  }
}
