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

test('the mail knows of tenants whether their connection pauses, what failed, and what it writes out; of customers which they are alone', async () => {
  const writtenOut = ['attachments', 'invoice_attachments', 'invoice_lines', 'invoices', 'kept_pdfs', 'logos']
  const ofMail = ['mail_servers', 'message_recipients', 'messages']
  const all = Object.entries(await readable('public'))
  expect(all.map(([table]) => table)).toEqual(expect.arrayContaining([...writtenOut, ...ofMail]))
  const others = Object.fromEntries(all.filter(([table]) => ![...writtenOut, ...ofMail].includes(table)))
  expect(others).toEqual({
    activities: ['at', 'id', 'organization_id', 'position'],
    // What owners are told of, and up to where they were.
    audit_entries: [
      'action',
      'actor_kind',
      'actor_name',
      'after',
      'at',
      'before',
      'ip_address',
      'organization_id',
      'position',
      'subject',
    ],
    audit_heads: ['organization_id', 'position', 'told_up_to'],
    bookings: [
      'books_id',
      'cause',
      'changed_at',
      'created_at',
      'invoice_number',
      'ordinal',
      'organization_id',
      'relation_id',
      'state',
    ],
    // What whoever asked the support is told of.
    case_messages: ['author_kind', 'author_name', 'body', 'case_id', 'organization_id', 'position'],
    cases: ['id', 'number', 'opened_by', 'organization_id', 'outcome'],
    connections: ['books_id', 'id', 'next_test_at', 'organization_id', 'paused_at', 'paused_cause', 'state'],
    customers: ['id', 'merged_into', 'organization_id'],
    digests: ['organization_id', 'told_at'],
    pause_notices: ['cause', 'id', 'organization_id', 'paused_at', 'state', 'told_at'],
    payments: ['invoice_id', 'known_at', 'organization_id', 'outstanding'],
    relations: ['books_id', 'cause', 'changed_at', 'customer_id', 'id', 'organization_id', 'state'],
    share_links: ['id', 'organization_id', 'revoked_at', 'secret_hash'],
    support_audit: ['action', 'case_id', 'organization_id', 'user_name'],
  })
})
