import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/** The last row that a pass looked at; the next batch begins after it. As text: a Date has no microseconds. */
export type PassedUpTo = { readonly at: string; readonly id: string }

export type Batch = {
  readonly lookedAt: number
  readonly removed: number
  /** Null when the pass has come to its end. */
  readonly upTo: PassedUpTo | null
}

/** Where a pass begins. */
export const fromTheOldest: PassedUpTo = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

/**
 * Takes away what was said in calls that nobody needs any more, of all organizations, for the worker's role: of
 * verified bookings and settled relations alone.
 *
 * @param before until when a call must have begun: one that was answered well, and any other
 */
export function removeOldExchanges(
  database: Database,
  after: PassedUpTo,
  before: { readonly answered: Date; readonly failed: Date },
  rows: number,
): Promise<Batch> {
  return batchOf(
    database,
    sql`remove_old_exchanges(${after.at}::timestamptz, ${after.id}, ${before.answered}, ${before.failed}, ${rows})`,
  )
}

/** Takes away entries of the log from years that nobody has to keep any more; the database knows the least. */
export function removeOldActivities(
  database: Database,
  after: PassedUpTo,
  before: { readonly others: Date; readonly invoices: Date },
  rows: number,
): Promise<Batch> {
  return batchOf(
    database,
    sql`remove_old_activities(${after.at}::timestamptz, ${after.id}, ${before.others}, ${before.invoices}, ${rows})`,
  )
}

async function batchOf(database: Database, call: ReturnType<typeof sql>): Promise<Batch> {
  const { rows } = await sql<{
    looked_at: number
    removed: number
    last_at: string | null
    last_id: string | null
  }>`select looked_at, removed, last_at::text, last_id from ${call}`.execute(database.kysely)
  const [row] = rows
  if (row === undefined || row.last_at === null || row.last_id === null)
    return { lookedAt: 0, removed: 0, upTo: null }
  return { lookedAt: row.looked_at, removed: row.removed, upTo: { at: row.last_at, id: row.last_id } }
}
