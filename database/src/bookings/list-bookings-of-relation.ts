import type { Transaction } from 'kysely'
import type { DB } from '../schema.generated.ts'
import type { BookingRow } from './booking.ts'

/** The bookings of a relation in one state, and for one cause if that is given, in order. */
export async function listBookingsOfRelation(
  tx: Transaction<DB>,
  relationId: string,
  having: { state: string; cause?: string; limit?: number },
): Promise<BookingRow[]> {
  let query = tx
    .selectFrom('bookings')
    .selectAll()
    .where('relation_id', '=', relationId)
    .where('state', '=', having.state)
  if (having.cause !== undefined) query = query.where('cause', '=', having.cause)
  return query
    .orderBy('ordinal')
    .limit(having.limit ?? 10_000)
    .execute()
}
