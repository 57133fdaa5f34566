import type { Transaction, Updateable } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export type BookingStep = {
  id: string
  /** The books it must still stand in, or be meant for. */
  booksId: string
  from: string
  to: string
  /** When given, the claim it must still be under. */
  claim?: bigint
  set: Updateable<DB['bookings']>
  at: Date
}

/** Takes one step of a booking, if it is still where the step starts. Returns whether it was. */
export async function changeBooking(tx: Transaction<DB>, step: BookingStep): Promise<boolean> {
  return (await changeBookingStatement(tx, step).execute()).length > 0
}

/** The same, to be carried out together with others. */
export function changeBookingStatement(tx: Transaction<DB>, step: BookingStep) {
  let query = tx
    .updateTable('bookings')
    .set({ ...step.set, state: step.to, changed_at: step.at })
    .where('id', '=', step.id)
    .where('books_id', '=', step.booksId)
    .where('state', '=', step.from)
  if (step.claim !== undefined) query = query.where('claim', '=', step.claim)
  return query.returning('id')
}
