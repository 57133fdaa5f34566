import { findBooking, findRelation, insertRelation, moveBooking, type Transaction } from '@stella/database'
import { planForBooks } from '../mappings/settle-accounts.ts'
import { relationCodeOf } from '../relations/relation-code.ts'

/**
 * Takes one booking that stands nowhere to other books, onto the relation of its customer there, which is planned
 * if there is none yet. Whether it was in that state, and never booked.
 */
export async function bringAlong(
  tx: Transaction,
  { at, bookingId, state, to }: { bookingId: string; state: 'planned' | 'rejected'; to: string; at: Date },
): Promise<boolean> {
  const booking = await findBooking(tx, bookingId)
  const relation = booking === null ? null : await findRelation(tx, booking.relation_id)
  if (booking === null || relation === null) return false
  const { customer_id: customerId } = relation
  await insertRelation(tx, { booksId: to, customerId, code: relationCodeOf(customerId), at })
  if (!(await moveBooking(tx, { id: bookingId, from: booking.books_id, state, to, customerId, at })))
    return false
  await planForBooks(tx, { booksId: to, ids: [bookingId], at })
  return true
}
