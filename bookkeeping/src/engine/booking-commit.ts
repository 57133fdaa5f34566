import { type ActivityEntry, invoiceEntry } from '../activities/activity-entries.ts'
import { pauseFor } from '../connections/pause.ts'
import type { Decision } from '../deliveries/decision.ts'
import type { Exchange } from '../ports/books.ts'
import type { Instant } from '../ports/clock.ts'
import type { Commit, Intent, LaneConnection, OpenBooking } from '../ports/store.ts'

/** A decision on a booking as one write: its step, its entry in the log, and what was said. */
export function bookingCommit(
  booking: OpenBooking,
  decision: Decision,
  details: {
    at: Instant
    connection: LaneConnection
    claim?: bigint
    mutationNumber?: number | null
    exchanges?: readonly Exchange[]
    finishes?: Intent
  },
): Commit {
  const { at, claim, mutationNumber, finishes } = details
  const entry = entryOf(booking, decision, at, mutationNumber ?? null)
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
    pause: pauseFor(decision.pause, details.connection, at),
    activities: entry === null ? [] : [entry],
    exchanges: details.exchanges ?? [],
    ...(finishes === undefined ? {} : { finishes }),
    about: { bookingId: booking.id },
  }
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
      const isNews = cause !== null && booking.delivery.attempts === 0
      return isNews ? invoiceEntry('invoice_waiting', subject, { at, reason }) : null
    }
    case 'absent':
    case 'still_unknown':
      return null
  }
}
