import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { waitsForNoCredited } from './held-bookings.ts'

export type NextBookingTimes = {
  /** When the next of those is tried that a fact about the administration holds back; null when none is. */
  held_try: Date | null
  /** When the next booked mutation is due for reading back; null when none is. */
  verify_at: Date | null
  /** After now, when the wait of the next booking ends that was looked up, or will be; null when none waits. */
  wait_over: Date | null
}

/** When bookings of these books call for work, other than the one that comes first. */
export async function nextBookingTimes(
  tx: Transaction<DB>,
  { booksId, now, relationStates }: { booksId: string; now: Date; relationStates: readonly string[] },
): Promise<NextBookingTimes> {
  return tx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('bookings')
        .select('verify_at')
        .where('books_id', '=', booksId)
        .where('state', '=', 'booked')
        .where('verify_at', 'is not', null)
        .orderBy('verify_at')
        .limit(1)
        .as('verify_at'),
      eb
        .selectFrom('bookings')
        .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
        .innerJoin('relations', 'relations.id', 'bookings.relation_id')
        .leftJoin('bookings as credited', 'credited.invoice_id', 'invoices.credits_id')
        .select('bookings.next_at')
        .where('bookings.books_id', '=', booksId)
        .where('bookings.state', '=', 'rejected')
        .where('bookings.next_at', 'is not', null)
        // The same that findHeldBooking() gives: one that is never given would be called for again and again.
        .where('relations.state', 'in', relationStates)
        .where(waitsForNoCredited)
        .orderBy('bookings.next_at')
        .limit(1)
        .as('held_try'),
      eb
        .selectFrom('bookings')
        .select('next_at')
        .where('books_id', '=', booksId)
        .where((row) =>
          row.or([
            row('state', '=', 'unknown'),
            row.and([row('state', '=', 'planned'), row('look_ups', '>', 0)]),
          ]),
        )
        .where('next_at', '>', now)
        .orderBy('next_at')
        .limit(1)
        .as('wait_over'),
    ])
    .executeTakeFirstOrThrow()
}
