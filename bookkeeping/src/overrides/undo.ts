import {
  type BookingRow,
  deleteAdopted,
  findBookingOfInvoice,
  findConnection,
  findInvoice,
  findOverride,
  isBuiltOn,
  markLaneDue,
  type OverrideRow,
  recordActivity,
  restoreBooking,
  type Transaction,
  undoOverride,
} from '@stella/database'
import { invoiceEntry } from '../activities/activity-entries.ts'
import { type BookingEvent, type BookingState, bookingTransitions } from '../bookings/booking-states.ts'
import { subjectOf } from './subject.ts'

/** `not_overridden`: nobody decided of it, or somebody took it back. `override_built_on`: something stands on it by now. */
export type UndoRefusal = 'not_found' | 'not_final' | 'not_overridden' | 'override_built_on'

/**
 * Takes back that an invoice is booked already, or not to be booked: it stands again where it stood before. Not once a
 * credit note stands on it, nor once other books are linked than those it was decided for. Null when it is taken back.
 */
export async function undo(
  tx: Transaction,
  said: { invoiceId: string; by: string; now: Date },
): Promise<UndoRefusal | null> {
  const { by, invoiceId, now } = said
  await markLaneDue(tx, now)
  const invoice = await findInvoice(tx, invoiceId)
  if (invoice === undefined) return 'not_found'
  if (invoice.state !== 'final') return 'not_final'
  const override = await findOverride(tx, invoiceId)
  if (override === null) return 'not_overridden'
  const booking = await findBookingOfInvoice(tx, invoiceId)
  if (!(await mayUndo(tx, invoiceId, booking))) return 'override_built_on'
  if (!(await putBack(tx, override, booking, now))) return 'not_overridden'
  await undoOverride(tx, { overrideId: override.id, by, at: now })
  await recordActivity(
    tx,
    invoiceEntry('invoice_override_undone', subjectOf(invoice), { at: now.getTime(), by }),
  )
  return null
}

/** Whether nothing stands on what was decided of this invoice. */
export async function mayUndo(
  tx: Transaction,
  invoiceId: string,
  booking: BookingRow | null,
): Promise<boolean> {
  if (await isBuiltOn(tx, invoiceId)) return false
  if (booking === null) return true
  const connection = await findConnection(tx)
  return connection === null || connection.books_id === booking.books_id
}

async function putBack(
  tx: Transaction,
  { former_mutation_number: mutationNumber, former_state: former }: OverrideRow,
  booking: BookingRow | null,
  at: Date,
): Promise<boolean> {
  if (booking === null) return former === null
  if (former === null) return deleteAdopted(tx, booking.id)
  const from = booking.state as BookingState
  const event = `put_back_to_${former}` as BookingEvent
  const step = bookingTransitions.find((it) => it.from === from && it.event === event)
  if (step === undefined) return false
  const { books_id: booksId, id } = booking
  return restoreBooking(tx, { id, booksId, from, to: step.to, at, mutationNumber })
}
