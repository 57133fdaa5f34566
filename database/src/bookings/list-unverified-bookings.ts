import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { FirstBooking } from './find-first-booking.ts'

/** Bookings due for reading back, by mutation number, as many as lie within one range of numbers. */
export async function listUnverifiedBookings(
  tx: Transaction<DB>,
  { now, range }: { now: Date; range: number },
): Promise<(FirstBooking & { customer_name: string })[]> {
  const rows = await unverifiedBookings(tx, { now, range }).execute()
  const lowest = rows[0]?.mutation_number ?? 0n
  return rows.filter((row) => (row.mutation_number ?? 0n) < lowest + BigInt(range))
}

/** The first `range` of them; one range holds no more. In this order, so that an index gives them without a sort. */
export function unverifiedBookings(tx: Transaction<DB>, { now, range }: { now: Date; range: number }) {
  return tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .innerJoin('customers', 'customers.id', 'invoices.customer_id')
    .selectAll('bookings')
    .select(['invoices.total_gross', 'customers.name as customer_name'])
    .where('bookings.state', '=', 'booked')
    .where('bookings.verify_at', '<=', now)
    .orderBy('bookings.mutation_number')
    .limit(range)
}
