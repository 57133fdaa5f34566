import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { openDatabase } from '../pools/open-database.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'

// Whoever gets a statement of their own into the pool of the web puts something under the name of what a trigger
// asks, and changes what is final. Here they may even make temporary tables and a schema, which they may not.

let db: TestDatabase
let organization: string
beforeAll(async () => {
  db = await testDatabase()
  const { pool } = db.database('owner')
  await pool.query(`grant temporary on database ${new URL(db.url).pathname.slice(1)} to stella_app`)
  await pool.query('create schema own; grant usage, create on schema own to stella_app')
})
afterAll(() => db.close())
beforeEach(async () => {
  organization = await testOrganization(db)
  await inOrganization(db.database('stella_app'), organization, async (tx) => {
    await finalizeInvoice(tx, { invoiceId: (await testDraft(tx)).id })
  })
})

/** On a connection of its own: one that ran the triggers before remembers what their names meant then. */
async function attack(...statements: string[]): Promise<void> {
  const app = openDatabase({ url: db.urlOf('stella_app'), role: 'stella_app', maxConnections: 1 })
  try {
    await inOrganization(app, organization, async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx)
    })
  } finally {
    await app.close()
  }
}

const shadows = {
  'a temporary table': [
    `create temporary table invoices on commit drop as select id, organization_id, 'draft' as state from public.invoices`,
  ],
  'a table on the path': [
    'drop table if exists own.invoices',
    `create table own.invoices as select id, organization_id, 'draft' as state from public.invoices`,
    'set local search_path = own, pg_catalog, public',
  ],
  'an operator': [
    'drop table if exists own.invoices',
    `create or replace function own.always(text, text) returns boolean language sql as 'select true'`,
    'drop operator if exists own.= (text, text)',
    'create operator own.= (leftarg = text, rightarg = text, function = own.always)',
    'set local search_path = own, pg_catalog, public',
  ],
}

describe.each(Object.entries(shadows))('%s that answers for a real one', (_, shadow) => {
  test.each([
    `update public.invoice_lines set description = 'something else'`,
    'delete from public.invoice_lines',
    `insert into public.invoice_lines select organization_id, invoice_id, 99, description, quantity, unit_price,
      vat_treatment, amount, net from public.invoice_lines`,
  ])('opens no line of a final invoice: %s', async (statement) => {
    await expect(attack(...shadow, statement)).rejects.toMatchObject({ code: 'final_invoice_frozen' })
  })

  test('opens no final invoice', async () => {
    await expect(attack(...shadow, `update public.invoices set description = 'x'`)).rejects.toMatchObject({
      code: 'final_invoice_frozen',
    })
  })
})

test('a series on a temporary table, or an invoice in one, moves no series', async () => {
  const move = 'update public.series_counts set last_place = last_place + 1'
  const copyOf = (table: string) =>
    `create temporary table ${table} on commit drop as select * from public.${table}`
  await expect(
    attack(copyOf('invoices'), `update pg_temp.invoices set number = '2026-0002'`, move),
  ).rejects.toMatchObject({ code: 'series_gap' })
  await expect(
    attack(
      copyOf('series_counts'),
      'update pg_temp.series_counts set last_place = 7',
      `insert into public.invoices (customer_id, invoice_date, payment_term_days, total_net, total_vat, total_gross,
         vat_groups, search_text, state, number, series_id, series_year, series_place, finalized_at, customer_snapshot, sender_snapshot)
       select customer_id, invoice_date, 0, 0, 0, 0, '[]', '', 'final', '2026-0007', series_id, 2026, 7, now(), '{}', '{}'
       from public.invoices`,
    ),
  ).rejects.toMatchObject({ code: 'series_gap' })
})
