import { type RelationState, retryableRelationStates } from '@stella/bookkeeping'
import {
  inTransaction,
  listSupportRelations,
  type Page,
  type PageRequest,
  type SupportRelationRow,
} from '@stella/database'
import { type Explanation, explain } from '../causes/explain.ts'
import { type OrganizationInSight, organizationInSight } from '../desk/organization-in-sight.ts'
import type { SupportDatabases } from '../desk/support-databases.ts'

/** A relation as the list of the support desk shows it. */
export interface SupportRelation {
  readonly id: string
  readonly organization: OrganizationInSight
  readonly customerId: string
  /** Null without consent to look. */
  readonly customerName: string | null
  readonly state: RelationState
  /** When it came into this state. */
  readonly since: Date
  readonly attempts: number
  /** Final invoices of the customer that are not in the books yet. */
  readonly waitingInvoices: number
  readonly explanation: Explanation | null
}

/**
 * The relations of all organizations that need a person, with or without invoices that wait for them, the one that
 * waits longest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listFailingRelations(
  { support }: Pick<SupportDatabases, 'support'>,
  request: PageRequest = {},
): Promise<Page<SupportRelation>> {
  const page = await inTransaction(support, (tx) =>
    listSupportRelations(tx, { ...request, states: retryableRelationStates }),
  )
  return { ...page, items: page.items.map(supportRelationOf) }
}

export function supportRelationOf(row: SupportRelationRow): SupportRelation {
  return {
    id: row.id,
    organization: organizationInSight(row),
    customerId: row.customer_id,
    customerName: row.customer_name,
    state: row.state as RelationState,
    since: row.changed_at,
    attempts: row.attempts,
    waitingInvoices: row.waiting_invoices,
    explanation: explain(row.cause, row.cause_code),
  }
}
