import { sql, type Transaction } from 'kysely'
import { failedBookingStates } from '../bookings/booking-states.ts'
import type { DB } from '../schema/schema.generated.ts'
import { organizationName } from './names-in-sight.ts'

/** What can have changed before something failed. */
export const recentChanges = [
  'connection_activated',
  'connection_ended',
  'series_changed',
  'series_moved',
  'proposal_accepted',
  'stella_updated',
] as const

export interface RecentChange {
  readonly at: Date
  readonly what: (typeof recentChanges)[number]
}

/** What changed of late for whoever asked, the newest first; nothing without consent. */
export async function listRecentChanges(tx: Transaction<DB>, caseId: string): Promise<RecentChange[]> {
  const { rows } = await sql<RecentChange>`select at, what from changes_before_case(${caseId}::uuid)`.execute(
    tx,
  )
  return rows
}

export interface FailingElsewhere {
  readonly organizationNumber: number
  /** Null without consent of theirs. */
  readonly organizationName: string | null
  readonly count: number
  readonly since: Date
}

/** More of them nobody reads; the list of causes has all. */
const mostElsewhere = 20

/** The other organizations where something fails for this cause now, the one that fails longest first. */
export async function elsewhereFor(
  tx: Transaction<DB>,
  of: { readonly organizationId: string; readonly cause: string },
): Promise<FailingElsewhere[]> {
  const rows = await tx
    .selectFrom('bookings')
    .innerJoin('accounts.organization as organization', 'organization.id', 'bookings.organization_id')
    .select([
      'organization.number',
      organizationName.as('name'),
      sql<number>`count(*)::integer`.as('count'),
      sql<Date>`min(bookings.changed_at)`.as('since'),
    ])
    .where('bookings.state', 'in', failedBookingStates)
    .where('bookings.cause', '=', of.cause)
    .where('bookings.organization_id', '<>', of.organizationId)
    .groupBy(['organization.id', 'organization.number'])
    .orderBy('since')
    .limit(mostElsewhere)
    .execute()
  return rows.map(({ count, name, number, since }) => ({
    organizationNumber: Number(number),
    organizationName: name,
    count,
    since,
  }))
}

/** What e-Boekhouden.nl judges of a customer, as it stands now. */
export interface ProposableFields {
  readonly name: string
  readonly contactName: string | null
  readonly address: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly kvkNumber: string | null
  readonly vatNumber: string | null
}

/** For the role of the support desk: undefined without consent to look at the customer. */
export async function proposableFields(
  tx: Transaction<DB>,
  customerId: string,
): Promise<ProposableFields | undefined> {
  return tx
    .selectFrom('customers')
    .select([
      'name',
      'contact_name as contactName',
      'address',
      'postal_code as postalCode',
      'city',
      'email',
      'phone',
      'kvk_number as kvkNumber',
      'vat_number as vatNumber',
    ])
    .where('id', '=', customerId)
    .executeTakeFirst()
}
