import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { BookingOfInvoice } from './find-first-booking.ts'

export type UnverifiedBookingRow = BookingOfInvoice & {
  customer_name: string
  /** Of its relation in the books, as it is known now. */
  relation_code: string
  relation_id_in_books: bigint | null
}

/** Bookings of these books due for reading back, by mutation number, as many as lie within one range of numbers. */
export async function listUnverifiedBookings(
  tx: Transaction<DB>,
  which: { booksId: string; now: Date; range: number },
): Promise<UnverifiedBookingRow[]> {
  const rows = await unverifiedBookings(tx, which).execute()
  const lowest = rows[0]?.mutation_number ?? 0n
  return rows.filter((row) => (row.mutation_number ?? 0n) < lowest + BigInt(which.range))
}

/** The first `range` of them; one range holds no more. In this order, so that an index gives them without a sort. */
export function unverifiedBookings(
  tx: Transaction<DB>,
  { booksId, now, range }: { booksId: string; now: Date; range: number },
) {
  return tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .innerJoin('customers', 'customers.id', 'invoices.customer_id')
    .innerJoin('relations', 'relations.id', 'bookings.relation_id')
    .selectAll('bookings')
    .select([
      'invoices.total_gross',
      'customers.name as customer_name',
      'relations.code as relation_code',
      'relations.id_in_books as relation_id_in_books',
    ])
    .where('bookings.books_id', '=', booksId)
    .where('bookings.state', '=', 'booked')
    .where('bookings.verify_at', '<=', now)
    .orderBy('bookings.mutation_number')
    .limit(range)
}
