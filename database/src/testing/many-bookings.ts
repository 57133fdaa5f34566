import { sql } from 'kysely'
import { inOrganization } from '../transactions/in-organization.ts'
import { testConnection } from './test-connection.ts'
import type { TestDatabase } from './test-database.ts'

/**
 * Gives an organization so many invoices of one customer that are booked, under the mutation numbers from 1 on, and
 * due for reading back at `verifyAt`, as a large import leaves them. Written by the owner in a few statements.
 * Gives the id of the books.
 */
export async function manyBookings(
  db: TestDatabase,
  organization: string,
  { count, verifyAt }: { count: number; verifyAt: Date },
): Promise<string> {
  const booksId = await inOrganization(db.database('owner'), organization, (tx) =>
    testConnection(tx, verifyAt),
  )
  await db
    .database('owner')
    .kysely.connection()
    .execute(async (owner) => {
      const execute = (statement: ReturnType<typeof sql>) => statement.execute(owner)
      await execute(sql`select set_config('stella.organization_id', ${organization}, false)`)
      await execute(sql`insert into customers (kind, name, country, search_text, sort_name)
      values ('company', 'Veel', 'NL', '', '')`)
      await execute(sql`insert into relations (books_id, customer_id, code, state, created_at, changed_at)
      select ${booksId}::uuid, id, 'VEEL', 'present', now(), now() from customers`)
      await execute(sql`insert into invoices (customer_id, invoice_date, payment_term_days, search_text,
        total_net, total_vat, total_gross, vat_groups)
      select id, date '2026-11-22', 14, '', 10000, 2100, 12100, '[]' from customers, generate_series(1, ${count})`)
      await execute(sql`insert into bookings (invoice_id, books_id, relation_id, invoice_number, reference, state, mutation,
        mutation_number, created_at, changed_at, booked_at, verify_at)
      select invoices.id, relations.books_id, relations.id, invoices.id::text, invoices.id::text, 'booked',
        ${JSON.stringify({ lines: Array.from({ length: 5 }, () => ({ text: 'x'.repeat(60) })) })}::jsonb,
        row_number() over (order by random()), now(), now(), now(), ${verifyAt}::timestamptz
      from invoices join relations using (organization_id)`)
      for (const table of ['invoices', 'bookings', 'relations', 'customers']) {
        await execute(sql`vacuum analyze ${sql.table(table)}`)
      }
      await execute(sql`reset stella.organization_id`)
    })
  return booksId
}
