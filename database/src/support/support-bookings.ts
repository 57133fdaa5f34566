import { sql, type Transaction } from 'kysely'
import type { Page, PageRequest } from '../lists/page.ts'
import type { DB } from '../schema/schema.generated.ts'
import { organizationName } from './names-in-sight.ts'
import { oldestFirst } from './oldest-first.ts'

// For the role of the support desk, which sees all organizations: each column is named, as it may see no others. Whose
// invoice it is, it sees with consent alone: without it the rows of the invoice, its customer and the books are not there.

export type SupportBookingRow = Awaited<ReturnType<ReturnType<typeof selectBookings>['execute']>>[number]

/**
 * The bookings of all organizations in the given states, the one that came into its state longest ago first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function listSupportBookings(
  tx: Transaction<DB>,
  request: PageRequest & { readonly states: readonly string[] },
): Promise<Page<SupportBookingRow>> {
  return oldestFirst(
    selectBookings(tx).where('bookings.state', 'in', request.states),
    { instant: 'bookings.changed_at', id: 'bookings.id' },
    request,
  )
}

function selectBookings(tx: Transaction<DB>) {
  return tx
    .selectFrom('bookings')
    .innerJoin('accounts.organization as organization', 'organization.id', 'bookings.organization_id')
    .leftJoin('invoices', (join) =>
      join
        .onRef('invoices.organization_id', '=', 'bookings.organization_id')
        .onRef('invoices.id', '=', 'bookings.invoice_id'),
    )
    .leftJoin('customers', (join) =>
      join
        .onRef('customers.organization_id', '=', 'invoices.organization_id')
        .onRef('customers.id', '=', 'invoices.customer_id'),
    )
    .select([
      'bookings.id',
      'bookings.organization_id',
      'organization.number as organization_number',
      organizationName.as('organization_name'),
      'bookings.invoice_id',
      'bookings.relation_id',
      'invoices.number as invoice_number',
      'invoices.customer_id',
      'customers.name as customer_name',
      'invoices.total_gross',
      'bookings.state',
      'bookings.changed_at',
      sql<string>`bookings.changed_at::text`.as('since_exactly'),
      'bookings.attempts',
      'bookings.cause',
      'bookings.cause_code',
    ])
}

export type SupportBookingDetailRow = Awaited<ReturnType<ReturnType<typeof selectDetails>['execute']>>[number]

/** One booking of any organization, with its invoice, its relation and the connection. */
export function findSupportBooking(
  tx: Transaction<DB>,
  bookingId: string,
): Promise<SupportBookingDetailRow | undefined> {
  return selectDetails(tx).where('bookings.id', '=', bookingId).executeTakeFirst()
}

function selectDetails(tx: Transaction<DB>) {
  return selectBookings(tx)
    .leftJoin('relations', (join) =>
      join
        .onRef('relations.organization_id', '=', 'bookings.organization_id')
        .onRef('relations.id', '=', 'bookings.relation_id'),
    )
    .leftJoin('books', 'books.id', 'bookings.books_id')
    .leftJoin('connections', 'connections.organization_id', 'bookings.organization_id')
    .select([
      'invoices.invoice_date',
      'invoices.payment_term_days',
      'books.name as books_name',
      'relations.state as relation_state',
      'relations.cause as relation_cause',
      'relations.cause_code as relation_cause_code',
      'connections.state as connection_state',
      'connections.paused_cause',
    ])
}
