import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/index.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

/** The columns that the role of the mail may read, of every table of a schema that has any. */
async function readable(schema: string): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select relname as table, array_agg(attname::text order by attname) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0
    where relkind in ('r', 'p') and relnamespace = ${schema}::regnamespace
      and has_column_privilege('stella_mail', attrelid, attnum, 'SELECT')
    group by relname`.execute(db.database('owner').kysely)
  return Object.fromEntries(rows.map(({ columns, table }) => [table, columns]))
}

test('the mail knows people by name and address alone', async () => {
  expect(await readable('accounts')).toEqual({
    organization: ['id', 'name'],
    member: ['digest', 'organization_id', 'role', 'user_id'],
    user: ['banned', 'email', 'id', 'language', 'name'],
  })
})

test('the mail knows of tenants whether their connection pauses, what failed, and the invoices it writes out; no customer, no account', async () => {
  const { invoices, invoice_lines, logos, message_recipients, messages, ...others } = await readable('public')
  const writtenOut = [invoices, invoice_lines, logos, message_recipients, messages]
  expect(writtenOut.map((it) => it !== undefined)).toEqual(Array(5).fill(true))
  expect(others).toEqual({
    activities: ['at', 'id', 'organization_id', 'position'],
    bookings: [
      'books_id',
      'cause',
      'changed_at',
      'created_at',
      'invoice_number',
      'ordinal',
      'organization_id',
      'state',
    ],
    connections: ['books_id', 'id', 'next_test_at', 'organization_id', 'paused_at', 'paused_cause', 'state'],
    digests: ['organization_id', 'told_at'],
    pause_notices: ['cause', 'id', 'organization_id', 'paused_at', 'state', 'told_at'],
    payments: ['invoice_id', 'known_at', 'organization_id', 'outstanding'],
    relations: ['cause', 'changed_at', 'organization_id', 'state'],
    share_links: ['id', 'organization_id', 'revoked_at', 'secret_hash'],
  })
})
