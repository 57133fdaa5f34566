import type { Transaction } from 'kysely'
import type { DB } from '../schema.generated.ts'
import type { BookingRow } from './booking.ts'

/** The bookings of a relation that are in this state for this cause, in order. */
export async function listBookingsOfRelation(
  tx: Transaction<DB>,
  relationId: string,
  having: { state: string; cause?: string },
): Promise<BookingRow[]> {
  let query = tx
    .selectFrom('bookings')
    .selectAll()
    .where('relation_id', '=', relationId)
    .where('state', '=', having.state)
  if (having.cause !== undefined) query = query.where('cause', '=', having.cause)
  return query.orderBy('ordinal').execute()
}
