import type { Database } from '@stella/database'
import { sql } from 'kysely'

/**
 * The moments at which PostgreSQL itself committed: of the outcome of each booking of an organization, and of the
 * invoice when it became final. In milliseconds, to the microsecond. Needs `track_commit_timestamp`.
 */
export async function commitTimes(
  owner: Database,
  organizationIds: readonly string[],
  invoiceIds?: readonly string[],
): Promise<{ invoiceId: string; finalAt: number; bookedAt: number }[]> {
  const chosen = invoiceIds === undefined ? sql`` : sql`and bookings.invoice_id in (${sql.join(invoiceIds)})`
  const { rows } = await sql<{ invoice_id: string; final_at: number; booked_at: number }>`
    select bookings.invoice_id,
      (extract(epoch from pg_xact_commit_timestamp(invoices.xmin)) * 1000)::float8 as final_at,
      (extract(epoch from pg_xact_commit_timestamp(bookings.xmin)) * 1000)::float8 as booked_at
    from bookings join invoices on invoices.id = bookings.invoice_id
    where bookings.organization_id in (${sql.join(organizationIds)}) and bookings.state = 'booked' ${chosen}
    order by booked_at`.execute(owner.kysely)
  return rows.map((row) => ({ invoiceId: row.invoice_id, finalAt: row.final_at, bookedAt: row.booked_at }))
}
