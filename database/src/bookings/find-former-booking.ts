import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { type FirstBooking, ofInvoice } from './find-first-booking.ts'

/** The first booking of unknown outcome in other books than these, to be looked up there; null for none. */
export async function findFormerBooking(
  tx: Transaction<DB>,
  currentBooksId: string,
): Promise<FirstBooking | null> {
  const row = await tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .leftJoin('bookings as credited', 'credited.invoice_id', 'invoices.credits_id')
    .selectAll('bookings')
    .select(ofInvoice)
    .where('bookings.books_id', '!=', currentBooksId)
    .where('bookings.state', '=', 'unknown')
    .orderBy('bookings.next_at', (order) => order.asc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
