import {
  type BookingRow,
  excludeBooking,
  findBookingOfInvoice,
  findInvoice,
  findOverride,
  insertOverride,
  markLaneDue,
  recordActivity,
  type Transaction,
} from '@stella/database'
import { invoiceEntry } from '../activities/activity-entries.ts'
import { type BookingState, bookingTransitions } from '../bookings/booking-states.ts'
import { causesOfDoubt } from '../causes/causes.ts'
import type { OverrideRefusal } from './adopt.ts'
import { isBookable } from './read-mutation.ts'
import { subjectOf } from './subject.ts'

/**
 * Writes that an invoice is not to be booked, and why: it is never sent, and waits for nobody. Only while nothing of it is
 * in the books, or may be. Null when it is written.
 */
export async function exclude(
  tx: Transaction,
  said: { invoiceId: string; reason: string; by: string; now: Date },
): Promise<Exclude<OverrideRefusal, 'not_adoptable'> | null> {
  const { by, invoiceId, now, reason } = said
  await markLaneDue(tx, now)
  const invoice = await findInvoice(tx, invoiceId)
  if (invoice === undefined) return 'not_found'
  if (invoice.state !== 'final') return 'not_final'
  if (!isBookable(invoice) || (await findOverride(tx, invoiceId)) !== null) return 'not_overridable'
  const before = await findBookingOfInvoice(tx, invoiceId)
  if (before !== null && !(await changeToExcluded(tx, before, now))) return 'not_overridable'
  const former = before && { state: before.state, mutationNumber: before.mutation_number }
  if (!(await insertOverride(tx, { kind: 'excluded', reason, invoiceId, former, by, at: now })))
    throw new Error(`Invoice ${invoiceId} was left out, and decided of before.`)
  await recordActivity(
    tx,
    invoiceEntry('invoice_excluded', subjectOf(invoice), { at: now.getTime(), by, said: reason }),
  )
  return null
}

async function changeToExcluded(tx: Transaction, booking: BookingRow, at: Date): Promise<boolean> {
  const from = booking.state as BookingState
  const step = bookingTransitions.find((it) => it.from === from && it.event === 'excluded')
  if (step === undefined) return false
  const { books_id: booksId, id } = booking
  const certain = { doubtful: causesOfDoubt, removed: 'missing_in_books' }
  return excludeBooking(tx, { id, booksId, from, to: step.to, at, ...certain })
}
