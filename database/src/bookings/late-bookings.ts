import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { openBookingStates } from './booking-states.ts'

/**
 * Within so long an invoice stands in the books, or somebody is told that it does not: «binnen enkele minuten» (the
 * manual, chapter 3), with room for a service that is away for a moment and a look-up after a lost answer.
 */
const promisedMinutes = 15

/** The invoices that wait for longer than was promised. */
export interface LateBookings {
  readonly count: number
  /** The one that waits longest, and since when. */
  readonly first: { readonly invoiceId: string; readonly number: string; readonly since: Date }
}

/** What is not in the books yet of the transaction's organization though its connection is active. */
export function waitingBookings(tx: Transaction<DB>) {
  return tx
    .selectFrom('bookings as b')
    .innerJoin('connections as c', (join) =>
      join.onRef('c.organization_id', '=', 'b.organization_id').onRef('c.books_id', '=', 'b.books_id'),
    )
    .where('b.state', 'in', openBookingStates)
    .where('c.state', '=', 'active')
}

/**
 * What waits for longer than was promised in the transaction's organization though its connection is active; null where
 * nothing does. Of the rows alone and by the database's clock, so that a worker that stands still is seen too.
 */
export async function lateBookings(tx: Transaction<DB>): Promise<LateBookings | null> {
  const waitsSince = sql<Date>`coalesce(b.failing_since, b.changed_at)`
  const rows = await waitingBookings(tx)
    .where(sql<boolean>`${waitsSince} < now() - make_interval(mins => ${promisedMinutes}::integer)`)
    .select([
      'b.invoice_id',
      'b.invoice_number',
      waitsSince.as('since'),
      sql<number>`(count(*) over ())::integer`.as('count'),
    ])
    .orderBy('since')
    .limit(1)
    .execute()
  const [first] = rows
  if (first === undefined) return null
  const { count, invoice_id: invoiceId, invoice_number: number, since } = first
  return { count, first: { invoiceId, number, since } }
}
