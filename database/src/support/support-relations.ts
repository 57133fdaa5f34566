import { sql, type Transaction } from 'kysely'
import { openBookingStates } from '../bookings/booking-states.ts'
import type { Page, PageRequest } from '../lists/page.ts'
import type { DB } from '../schema/schema.generated.ts'
import { organizationName } from './names-in-sight.ts'
import { oldestFirst } from './oldest-first.ts'

// For the role of the support desk, which sees all organizations: each column is named, as it may see no others. Whose
// relation it is, it sees with consent alone.

export type SupportRelationRow = Awaited<ReturnType<ReturnType<typeof selectRelations>['execute']>>[number]

/**
 * The relations of all organizations, each in the books that are linked, in the given states, the one that came into its state longest ago first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function listSupportRelations(
  tx: Transaction<DB>,
  request: PageRequest & { readonly states: readonly string[] },
): Promise<Page<SupportRelationRow>> {
  return oldestFirst(
    selectRelations(tx)
      .innerJoin('connections', 'connections.books_id', 'relations.books_id')
      .where('relations.state', 'in', request.states),
    { instant: 'relations.changed_at', id: 'relations.id' },
    request,
  )
}

function selectRelations(tx: Transaction<DB>) {
  return tx
    .selectFrom('relations')
    .innerJoin('accounts.organization as organization', 'organization.id', 'relations.organization_id')
    .leftJoin('customers', (join) =>
      join
        .onRef('customers.organization_id', '=', 'relations.organization_id')
        .onRef('customers.id', '=', 'relations.customer_id'),
    )
    .leftJoin('books', 'books.id', 'relations.books_id')
    .select([
      'relations.id',
      'relations.organization_id',
      'organization.number as organization_number',
      organizationName.as('organization_name'),
      'relations.customer_id',
      'customers.name as customer_name',
      'books.name as books_name',
      'relations.state',
      'relations.changed_at',
      sql<string>`relations.changed_at::text`.as('since_exactly'),
      'relations.attempts',
      'relations.cause',
      'relations.cause_code',
      waitingInvoices.as('waiting_invoices'),
    ])
}

const open = sql.join(openBookingStates.map((state) => sql.lit(state)))

/** The final invoices that are not in the books yet: still to be sent, or held back because of the relation. */
const waitingInvoices = sql<number>`(
  select count(*)::int from bookings
  where bookings.organization_id = relations.organization_id and bookings.relation_id = relations.id
    and (bookings.state in (${open})
      or (bookings.state = 'rejected' and bookings.cause = 'relation_not_accepted')))`

export type SupportRelationDetailRow = Awaited<
  ReturnType<ReturnType<typeof selectDetails>['execute']>
>[number]

/** One relation of any organization, with its connection. */
export function findSupportRelation(
  tx: Transaction<DB>,
  relationId: string,
): Promise<SupportRelationDetailRow | undefined> {
  return selectDetails(tx).where('relations.id', '=', relationId).executeTakeFirst()
}

function selectDetails(tx: Transaction<DB>) {
  return selectRelations(tx)
    .leftJoin('connections', 'connections.organization_id', 'relations.organization_id')
    .select(['connections.state as connection_state', 'connections.paused_cause'])
}
