import type { PlainDate } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Whether the books are known to be closed on this day: they refuse a booking of that day or later for it now. A
 * booking that went through since is no longer refused, so a period that was opened again is not told.
 */
export async function isKnownClosed(tx: Transaction<DB>, day: PlainDate): Promise<boolean> {
  const refused = await tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .select('bookings.id')
    .where('bookings.state', '=', 'rejected')
    .where('bookings.cause', '=', 'period_closed')
    .where('invoices.invoice_date', '>=', day)
    .limit(1)
    .executeTakeFirst()
  return refused !== undefined
}
