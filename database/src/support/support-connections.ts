import { sql, type Transaction } from 'kysely'
import { openBookingStates } from '../bookings/booking-states.ts'
import type { Page, PageRequest } from '../lists/page.ts'
import type { DB } from '../schema/schema.generated.ts'
import { organizationName } from './names-in-sight.ts'
import { oldestFirst } from './oldest-first.ts'

export type SupportConnectionRow = Awaited<ReturnType<ReturnType<typeof selectPaused>['execute']>>[number]

/**
 * The paused connections of all organizations, the one that pauses longest first. For the role of the support desk,
 * which sees all organizations.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function listPausedConnections(
  tx: Transaction<DB>,
  request: PageRequest = {},
): Promise<Page<SupportConnectionRow>> {
  return oldestFirst(selectPaused(tx), { instant: 'connections.paused_at', id: 'connections.id' }, request)
}

function selectPaused(tx: Transaction<DB>) {
  return tx
    .selectFrom('connections')
    .innerJoin('accounts.organization as organization', 'organization.id', 'connections.organization_id')
    .leftJoin('books', 'books.id', 'connections.books_id')
    .where('connections.state', '=', 'paused')
    .where('connections.paused_at', 'is not', null)
    .select([
      'connections.id',
      'connections.organization_id',
      'organization.number as organization_number',
      organizationName.as('organization_name'),
      'books.name as books_name',
      'connections.paused_at',
      sql<string>`connections.paused_at::text`.as('since_exactly'),
      'connections.paused_cause',
      waitingInvoices.as('waiting_invoices'),
    ])
    .$narrowType<{ paused_at: Date; paused_cause: string }>()
}

const open = sql.join(openBookingStates.map((state) => sql.lit(state)))

/** The final invoices that go on by themselves once the pause is over. */
const waitingInvoices = sql<number>`(
  select count(*)::int from bookings
  where bookings.organization_id = connections.organization_id
    and bookings.books_id = connections.books_id
    and bookings.state in (${open}))`
