import { cents, formatAmount } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What the log says of a booking: which invoice, for whom, for how much. */
export type BookingSubject = { invoiceId: string; number: string; customer: string; amount: string }

export async function subjectOfBooking(tx: Transaction<DB>, bookingId: string): Promise<BookingSubject> {
  const row = await tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .innerJoin('customers', 'customers.id', 'invoices.customer_id')
    .select(['invoices.id', 'bookings.invoice_number', 'invoices.total_gross', 'customers.name'])
    .where('bookings.id', '=', bookingId)
    .executeTakeFirstOrThrow()
  return {
    invoiceId: row.id,
    number: row.invoice_number,
    customer: row.name,
    amount: formatAmount(cents(row.total_gross)),
  }
}
