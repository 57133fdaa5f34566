import { afterAll, beforeAll, expect, test } from 'vitest'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { findInvoice } from '../invoices/find-invoice.ts'
import { ensureLogins } from '../logins/ensure-logins.ts'
import { migrate } from '../migrations/migrate.ts'
import { readMigrations } from '../migrations/read-migrations.ts'
import { urlOfDatabase } from '../pools/database-url.ts'
import { openDatabase } from '../pools/open-database.ts'
import { withClient } from '../pools/with-client.ts'
import { type TestDatabase, testDatabase, testDraft } from '../testing/index.ts'
import { fillProfile } from '../testing/test-organization.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { listSeries } from './find-series.ts'

let db: TestDatabase
let url: string
beforeAll(async () => {
  db = await testDatabase()
  url = urlOfDatabase(db.url, `${new URL(db.url).pathname.slice(1)}_older`)
  await query(db.url, `create database ${new URL(url).pathname.slice(1)}`)
})
afterAll(async () => {
  await query(db.url, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
  await db.close()
})

const query = (of: string, text: string) => withClient(of, 'tests', (client) => client.query(text))

test('the numbers of before stay, and the next follows them', async () => {
  const seriesCame = readMigrations().findIndex(({ name }) => name === 'series')
  await migrate(url, readMigrations().slice(0, seriesCame))
  const organization = '10000000-0000-4000-8000-000000000001'
  await query(
    url,
    `begin;
     set local stella.organization_id = '${organization}';
     insert into accounts.organization (id, name, slug) values ('${organization}', 'Van Vroeger', 'van-vroeger');
     insert into customers (kind, name, country, search_text, sort_name) values ('company', 'K', 'NL', '', 'k');
     insert into invoice_series (year) values (2025), (2026);
     do $$ begin
       for place in 1..3 loop
         update invoice_series set last_number = place where year = 2026;
         insert into invoices (customer_id, state, number, invoice_date, payment_term_days, total_net, total_vat,
           total_gross, vat_groups, customer_snapshot, sender_snapshot, search_text, finalized_at)
         select id, 'final', '2026-000' || place, '2026-03-01', 14, 0, 0, 0, '[]', '{}', '{}', '', now() from customers;
       end loop;
     end $$;
     commit`,
  )
  await migrate(url)
  const logins = await ensureLogins(url, null)
  const app = openDatabase({ url: logins.urlOf('stella_app'), role: 'stella_app' })
  try {
    await inOrganization(app, organization, async (tx) => {
      expect(await listSeries(tx)).toMatchObject([
        { pattern: '{jaar}-{nummer}', isDefault: true, isUsed: true },
      ])
      await fillProfile(tx, 'Van Vroeger')
      const { id } = await testDraft(tx)
      expect((await finalizeInvoice(tx, { invoiceId: id })).number).toBe('2026-0004')
      const { rows } = await query(url, `select id, series_place from invoices where number = '2026-0002'`)
      expect(rows).toMatchObject([{ series_place: 2 }])
      expect(await findInvoice(tx, rows[0].id)).toMatchObject({ number: '2026-0002', state: 'final' })
    })
  } finally {
    await app.close()
  }
})
