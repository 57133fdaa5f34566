import { sql } from 'kysely'
import type { Office, Tenant } from './office.ts'

/** Copies the tenant's first invoice and its booking so many times, under numbers of their own, waiting to be sent. */
export async function addBacklog(
  { owner }: Office,
  { organizationId }: Tenant,
  waiting: number,
): Promise<void> {
  await owner.kysely.transaction().execute(async (tx) => {
    // Their numbers are of no series, which the triggers would refuse.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`
      with first as (
        select invoices.*, bookings.relation_id, bookings.books_id, bookings.mutation from bookings
        join invoices on invoices.id = bookings.invoice_id
        where bookings.organization_id = ${organizationId} order by bookings.ordinal limit 1
      ), copies as (
        insert into invoices (organization_id, customer_id, state, number, invoice_date, payment_term_days, total_net,
          total_vat, total_gross, vat_groups, customer_snapshot, sender_snapshot, search_text, finalized_at,
          series_id, series_year, series_place)
        select organization_id, customer_id, 'final', 'A-' || lpad(n::text, 6, '0'), invoice_date, payment_term_days,
          total_net, total_vat, total_gross, vat_groups, customer_snapshot, sender_snapshot, search_text, finalized_at,
          series_id, series_year, series_place + n
        from first, generate_series(1, ${waiting}::int) as n
        returning id, number
      )
      insert into bookings (organization_id, invoice_id, books_id, relation_id, invoice_number, reference, state, mutation,
        created_at, changed_at)
      select ${organizationId}, copies.id, books_id, relation_id, copies.number, 'STELLA-' || copies.number, 'planned',
        mutation || jsonb_build_object('invoiceNumber', copies.number, 'reference', 'STELLA-' || copies.number),
        now(), now()
      from copies, first order by copies.number`.execute(tx)
  })
  await sql`update booking_lanes set next_at = now() where organization_id = ${organizationId}`.execute(
    owner.kysely,
  )
  await sql`analyze`.execute(owner.kysely)
}
