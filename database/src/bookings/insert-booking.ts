import type { Insertable, Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** Writes the booking of an invoice, unless there is one already. Returns its id when it was written now. */
export async function insertBooking(
  tx: Transaction<DB>,
  booking: Insertable<DB['bookings']>,
): Promise<string | null> {
  const row = await tx
    .insertInto('bookings')
    .values(booking)
    .onConflict((conflict) => conflict.column('invoice_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}
