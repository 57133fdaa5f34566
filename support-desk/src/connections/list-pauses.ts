import {
  inTransaction,
  listPausedConnections,
  type Page,
  type PageRequest,
  type SupportConnectionRow,
} from '@stella/database'
import { type Explanation, explain } from '../causes/explain.ts'
import { type OrganizationInSight, organizationInSight } from '../desk/organization-in-sight.ts'
import type { SupportDatabases } from '../desk/support-databases.ts'

/** A paused connection as the list of the support desk shows it. */
export interface PausedConnection {
  readonly id: string
  readonly organization: OrganizationInSight
  /** The administration it stands in, or goes to; null without consent. */
  readonly booksName: string | null
  readonly since: Date
  /** Final invoices that go on by themselves once the pause is over. */
  readonly waitingInvoices: number
  readonly explanation: Explanation | null
}

/**
 * The paused connections of all organizations, the one that pauses longest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listPauses(
  { support }: Pick<SupportDatabases, 'support'>,
  request: PageRequest = {},
): Promise<Page<PausedConnection>> {
  const page = await inTransaction(support, (tx) => listPausedConnections(tx, request))
  return { ...page, items: page.items.map(pausedConnectionOf) }
}

function pausedConnectionOf(row: SupportConnectionRow): PausedConnection {
  return {
    id: row.id,
    organization: organizationInSight(row),
    booksName: row.books_name,
    since: row.paused_at,
    waitingInvoices: row.waiting_invoices,
    explanation: explain(row.paused_cause, null),
  }
}
