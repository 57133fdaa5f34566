import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema.generated.ts'
import type { BookingRow } from './booking.ts'

export type FirstBooking = BookingRow & {
  /** Of its invoice, in cents. */
  total_gross: bigint
}

/**
 * The booking that comes first: one that is under way, which is at most one, or else the lowest in order of those
 * that go on by themselves. Given the id of one, the first of the others.
 */
export async function findFirstBooking(tx: Transaction<DB>, past?: string): Promise<FirstBooking | null> {
  const bookings =
    past === undefined ? tx.selectFrom('bookings') : tx.selectFrom('bookings').where('id', '!=', past)
  const underWay = bookings
    .select(['id', 'ordinal', sql<number>`0`.as('place')])
    .where('state', '=', 'sending')
    .limit(1)
  const lowest = bookings
    .select(['id', 'ordinal', sql<number>`1`.as('place')])
    .where('state', 'in', ['planned', 'sending', 'unknown'])
    .orderBy('ordinal')
    .limit(1)
  const row = await tx
    .with('first', () =>
      underWay
        .unionAll((eb) => eb.parens(lowest))
        .orderBy('place')
        .limit(1),
    )
    .selectFrom('first')
    .innerJoin('bookings', 'bookings.id', 'first.id')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .selectAll('bookings')
    .select('invoices.total_gross')
    .executeTakeFirst()
  return row ?? null
}
