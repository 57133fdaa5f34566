import {
  changeBooking,
  DatabaseError,
  finalizeInvoice,
  findBookingOfInvoice,
  findInvoice,
  findRelation,
  findSeries,
  nextNumberOf,
  setNextNumber,
  type Transaction,
  undoUnless,
} from '@stella/database'
import { placeIn } from '@stella/invoicing'
import { judgeFound } from '../bookings/compare-mutation.ts'
import { planBooking } from '../bookings/plan-booking.ts'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { invoiceOf } from '../bookings/reference.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import type { FoundMutation } from '../ports/books.ts'
import { deliveryColumns } from '../postgres/columns.ts'

/**
 * Makes a draft final again that had become final after the backup: under the number, and with the date, that the books
 * have, and only where what would be booked of it is what stands there to the cent. Its booking begins as one of
 * unknown outcome, so it is recognised and never sent. Returns whether it is final again.
 */
export async function recoverDraft(
  tx: Transaction,
  found: FoundMutation,
  { at, reason }: { reason: string; at: Date },
): Promise<boolean> {
  const id = invoiceOf(found.document)
  if (id === null) return false
  return undoUnless(tx, async () => (await takeNumber(tx, id, found, reason)) && makeFinal(tx, id, found, at))
}

/** Brings the series to the number that the books have, unless it has passed that already. */
async function takeNumber(
  tx: Transaction,
  id: string,
  { date, invoiceNumber }: FoundMutation,
  reason: string,
): Promise<boolean> {
  const draft = await findInvoice(tx, id)
  if (draft?.state !== 'draft' || draft.invoiceDate !== date) return false
  const { invoiceDate } = draft
  const series = await findSeries(tx, draft.seriesId)
  const place = placeIn(series.pattern, invoiceDate, invoiceNumber)
  const next = await nextNumberOf(tx, series, invoiceDate)
  if (place === null || place < next.place) return false
  await setNextNumber(tx, { seriesId: series.id, invoiceDate, place, reason })
  return true
}

async function makeFinal(tx: Transaction, id: string, found: FoundMutation, at: Date): Promise<boolean> {
  const final = await finalizeInvoice(tx, { invoiceId: id, at }).catch(refusalAsNull)
  if (final === null || (await planBooking(tx, { invoice: final, now: at })) !== 'planned') return false
  const booking = await findBookingOfInvoice(tx, id)
  if (booking === null) return false
  const relation = await findRelation(tx, booking.relation_id)
  const mutation = booking.mutation as unknown as PlannedMutation
  if (judgeFound(mutation, [found], false, relation?.code).sighting.kind !== 'ours') return false
  const unknown = { ...newDelivery, lastByteAt: at.getTime(), cause: 'being_looked_up' as const }
  const step = { id: booking.id, booksId: booking.books_id, from: 'planned', to: 'unknown', at }
  return changeBooking(tx, { ...step, set: deliveryColumns(unknown) })
}

/** What a draft lacks to be final keeps it a draft. */
function refusalAsNull(error: unknown): null {
  if (error instanceof DatabaseError) return null
  throw error
}
