import { sql, type Transaction } from 'kysely'
import { searchPatterns } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import { organizationNames } from './names-in-sight.ts'

/** Where to look for what was sought: a booking, a relation, or an organization as a whole. */
export interface SupportFound {
  readonly organization: { readonly id: string; readonly number: number; readonly name: string | null }
  readonly bookingId: string | null
  readonly relationId: string | null
  /** Of the booking or the relation; of an organization that of its connection, `none` without one. */
  readonly state: string
  readonly cause: string | null
  readonly since: Date | null
}

interface FoundRow {
  organization_id: string
  organization_number: bigint
  booking_id: string | null
  relation_id: string | null
  state: string
  cause: string | null
  since: Date | null
}

/**
 * What exactly this number, mark, code or address leads to, in all organizations; and by the name of a customer what there
 * is consent to look at. What was mended is found too. For the role of the support desk.
 */
export async function supportFinds(tx: Transaction<DB>, sought: string): Promise<SupportFound[]> {
  const exact = await sql<FoundRow>`select * from support_finds(${sought})`.execute(tx)
  const rows = [...exact.rows, ...(await byCustomerName(tx, sought))]
  const names = await organizationNames(tx, [...new Set(rows.map((row) => row.organization_id))])
  return rows.map(({ booking_id, organization_id: id, organization_number, relation_id, ...row }) => ({
    ...row,
    organization: { id, number: Number(organization_number), name: names.get(id) ?? null },
    bookingId: booking_id,
    relationId: relation_id,
  }))
}

/** More than this nobody reads; a longer part of the name finds fewer. */
const mostByName = 20

/** The rows of customers are there with consent alone. */
async function byCustomerName(tx: Transaction<DB>, sought: string): Promise<FoundRow[]> {
  const [pattern] = searchPatterns(sought)
  if (pattern === undefined) return []
  return tx
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .innerJoin('relations', 'relations.id', 'cases.relation_id')
    .innerJoin('accounts.organization as organization', 'organization.id', 'cases.organization_id')
    .select([
      'cases.organization_id',
      'organization.number as organization_number',
      'cases.booking_id',
      sql<string | null>`case when cases.booking_id is null then cases.relation_id end`.as('relation_id'),
      'relations.state',
      'relations.cause',
      'relations.changed_at as since',
    ])
    .where(sql<boolean>`lower(customers.name) like ${`%${sought.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`}`)
    .orderBy('cases.opened_at', 'desc')
    .limit(mostByName)
    .execute()
}
