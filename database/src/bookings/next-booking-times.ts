import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

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
  { booksId, now }: { booksId: string; now: Date },
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
        .select('next_at')
        .where('books_id', '=', booksId)
        .where('state', '=', 'rejected')
        .where('next_at', 'is not', null)
        .orderBy('next_at')
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
