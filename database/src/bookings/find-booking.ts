import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { BookingRow } from './booking.ts'

export async function findBooking(tx: Transaction<DB>, bookingId: string): Promise<BookingRow | null> {
  const row = await tx.selectFrom('bookings').selectAll().where('id', '=', bookingId).executeTakeFirst()
  return row ?? null
}

/** The booking of the invoice that this credit note takes back. */
export async function findBookingOfCredited(
  tx: Transaction<DB>,
  creditNoteId: string,
): Promise<BookingRow | null> {
  const row = await tx
    .selectFrom('bookings')
    .innerJoin('invoices as note', 'note.credits_id', 'bookings.invoice_id')
    .selectAll('bookings')
    .where('note.id', '=', creditNoteId)
    .executeTakeFirst()
  return row ?? null
}

export async function findBookingOfInvoice(
  tx: Transaction<DB>,
  invoiceId: string,
): Promise<BookingRow | null> {
  const row = await tx
    .selectFrom('bookings')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .executeTakeFirst()
  return row ?? null
}
