import type { PlainDate } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** How an organization stands that somebody works for, with the verdict of one period. Amounts in cents. */
export interface OrganizationStanding {
  readonly id: string
  readonly name: string
  /** As it stands in the database. */
  readonly role: string
  /** Of its link; `none` where it never had one. */
  readonly state: string
  readonly pausedCause: string | null
  readonly pausedAt: Date | null
  readonly waiting: number
  readonly failed: number
  /** Of most that failed. */
  readonly failedCause: string | null
  readonly failedSince: Date | null
  /** What customers still have to pay, credit notes taken off. */
  readonly outstanding: bigint
  readonly overdue: { readonly count: number; readonly amount: bigint }
  /** Null where the linked books were never read for this period. */
  readonly verdict: {
    readonly readAt: Date
    readonly lookedBy: string | null
    readonly openDifferences: number
    readonly net: bigint
    readonly vat: bigint
    readonly since: Date
  } | null
  readonly isBeingRead: boolean
}

/**
 * Every organization that the person of this session works for, in one query; nobody else's, and none where the session
 * has ended. Without an organization of its own: `inTransaction()` with the role `stella_app`.
 */
export async function listStandings(
  tx: Transaction<DB>,
  of: { sessionTokenHash: string; from: string; until: string; today: PlainDate },
): Promise<OrganizationStanding[]> {
  const { rows } = await sql<Row>`select * from standings_of_session(
    ${of.sessionTokenHash}, ${of.from}::date, ${of.until}::date, ${of.today}::date)`.execute(tx)
  return rows.map((row) => ({
    id: row.organization_id,
    name: row.organization_name,
    role: row.role,
    state: row.state,
    pausedCause: row.paused_cause,
    pausedAt: row.paused_at,
    waiting: row.waiting,
    failed: row.failed,
    failedCause: row.failed_cause,
    failedSince: row.failed_since,
    outstanding: row.outstanding,
    overdue: { count: row.overdue_count, amount: row.overdue },
    verdict: verdictOf(row),
    isBeingRead: row.is_being_read,
  }))
}

function verdictOf({ looked_by, net, open_differences, read_at, since, vat }: Row) {
  if (read_at === null || since === null) return null
  return {
    readAt: read_at,
    lookedBy: looked_by,
    openDifferences: open_differences ?? 0,
    net: net ?? 0n,
    vat: vat ?? 0n,
    since,
  }
}

type Row = {
  organization_id: string
  organization_name: string
  role: string
  state: string
  paused_cause: string | null
  paused_at: Date | null
  waiting: number
  failed: number
  failed_cause: string | null
  failed_since: Date | null
  outstanding: bigint
  overdue: bigint
  overdue_count: number
  read_at: Date | null
  looked_by: string | null
  open_differences: number | null
  net: bigint | null
  vat: bigint | null
  since: Date | null
  is_being_read: boolean
}
