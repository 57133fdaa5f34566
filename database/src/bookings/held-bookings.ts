import { cents, formatAmount } from '@stella/invoicing'
import { sql, type Transaction, type Updateable } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { standingBookingStates } from './booking-states.ts'
import { type FirstBooking, ofInvoice } from './find-first-booking.ts'
import type { BookingSubject } from './subject-of-booking.ts'

/**
 * The booking that is tried next of those that a fact about the administration holds back, and whose relation
 * stands in the books, and of a credit note its invoice too; null when none is due.
 */
export async function findHeldBooking(
  tx: Transaction<DB>,
  { booksId, now, relationStates }: { booksId: string; now: Date; relationStates: readonly string[] },
): Promise<FirstBooking | null> {
  const row = await tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .innerJoin('relations', 'relations.id', 'bookings.relation_id')
    .leftJoin('bookings as credited', 'credited.invoice_id', 'invoices.credits_id')
    .selectAll('bookings')
    .select(ofInvoice)
    .where('bookings.books_id', '=', booksId)
    .where('bookings.state', '=', 'rejected')
    .where('bookings.next_at', '<=', now)
    .where('relations.state', 'in', relationStates)
    .where(waitsForNoCredited)
    .orderBy('bookings.ordinal')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

const standing = sql.join(standingBookingStates.map((state) => sql.lit(state)))

/** As isCreditedIn() of the engine says it, of `bookings` and of `credited`, the booking of the invoice it takes back. */
export const waitsForNoCredited = sql<boolean>`(credited.id is null
  or credited.state in (${standing}) and credited.books_id = bookings.books_id)`

/** All that are held back for this cause in these books wait until then. */
export async function putOffHeldBookings(
  tx: Transaction<DB>,
  { booksId, cause, until }: { booksId: string; cause: string; until: Date },
): Promise<void> {
  await tx
    .updateTable('bookings')
    .set({ next_at: until })
    .where('books_id', '=', booksId)
    .where('state', '=', 'rejected')
    .where('cause', '=', cause)
    .where('next_at', 'is not', null)
    .execute()
}

/**
 * Takes the same step for every booking of these books that waits in `from` for this cause and could be planned: in one
 * statement, because they may be tens of thousands. Returns what the log says of each.
 */
export async function offerBookingsAgain(
  tx: Transaction<DB>,
  step: {
    booksId: string
    from: string
    to: string
    cause: string
    set: Updateable<DB['bookings']>
    at: Date
  },
): Promise<BookingSubject[]> {
  const rows = await tx
    .with('offered', (query) =>
      query
        .updateTable('bookings')
        .set((eb) => ({
          ...step.set,
          state: step.to,
          changed_at: step.at,
          last_byte_at: eb.fn.coalesce('bookings.last_byte_at', 'bookings.changed_at'),
        }))
        .where('books_id', '=', step.booksId)
        .where('state', '=', step.from)
        .where('cause', '=', step.cause)
        .where('mutation', 'is not', null)
        .returning(['bookings.invoice_id', 'bookings.ordinal']),
    )
    .selectFrom('offered')
    .innerJoin('invoices', 'invoices.id', 'offered.invoice_id')
    .innerJoin('customers', 'customers.id', 'invoices.customer_id')
    .select(['invoices.id', 'invoices.number', 'invoices.total_gross', 'customers.name'])
    .orderBy('offered.ordinal')
    .execute()
  return rows.map((row) => ({
    invoiceId: row.id,
    number: row.number ?? '',
    customer: row.name,
    amount: formatAmount(cents(row.total_gross)),
  }))
}
