import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** Reads these back at another time. */
export async function putOffVerification(
  tx: Transaction<DB>,
  { bookingIds, booksId, at }: { bookingIds: readonly string[]; booksId: string; at: Date },
): Promise<void> {
  if (bookingIds.length === 0) return
  await tx
    .updateTable('bookings')
    .set({ verify_at: at })
    .where('id', 'in', bookingIds)
    .where('books_id', '=', booksId)
    .where('state', '=', 'booked')
    .execute()
}
