import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCustomers } from '../customers/list-customers.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { verifyInvoices } from '../invoices/verify-invoices.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { copyOrganization } from './copy-organization.ts'

let db: TestDatabase
let owner: pg.Client
let organization: string
beforeAll(async () => {
  db = await testDatabase()
  owner = new pg.Client({ connectionString: db.url })
  await owner.connect()
  organization = await testOrganization(db)
  await inOrganization(db.database('stella_app'), organization, async (tx) => {
    for (let at = 0; at < 3; at += 1) await finalizeInvoice(tx, { invoiceId: (await testDraft(tx)).id })
    await testDraft(tx)
  })
  await copyOrganization(db.url, organization, { first: 1, copies: 150 })
})
afterAll(async () => {
  await owner.end()
  await db.close()
})

async function organizations(): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('select id from accounts.organization order by name')
  return rows.map(({ id }) => id)
}

test('each copy is an organization of its own, that sees its rows and no others', async () => {
  const all = await organizations()
  expect(all).toHaveLength(151)
  // As the API and everybody else knows ids: with a version and a variant.
  for (const id of all)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const seen = new Set<string>()
  for (const id of all.slice(0, 5)) {
    const { items } = await inOrganization(db.database('stella_app'), id, (tx) =>
      listCustomers(tx, { limit: 20 }),
    )
    expect(items).toHaveLength(4)
    for (const customer of items) seen.add(customer.id)
  }
  expect(seen.size).toBe(20)
})

test('its final invoices are sealed as they are, in its own series', async () => {
  const [copy = ''] = (await organizations()).filter((id) => id !== organization)
  const found = await inOrganization(db.database('stella_app'), copy, verifyInvoices)
  expect(found).toEqual({ count: 3, findings: [] })
})

test('every row that refers to another refers to one that is there', async () => {
  const { rows: keys } = await owner.query<{ table: string; key: string }>(
    `select conrelid::regclass::text as "table", conname as key from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  expect(keys.length).toBeGreaterThan(20)
  for (const { table, key } of keys) {
    const { rows } = await owner.query<{ is: string }>(
      'select pg_get_constraintdef(oid) as is from pg_constraint where conname = $1 and conrelid = $2::regclass',
      [key, table],
    )
    await owner.query(`alter table ${table} drop constraint ${key}`)
    await owner.query(`alter table ${table} add constraint ${key} ${rows[0]?.is}`)
  }
})

test('a copy has no codes, and nobody works for it', async () => {
  const { rows } = await owner.query(
    `select (select count(*) from connection_secrets where organization_id <> $1)::int as codes,
       (select count(*) from booking_lanes where organization_id <> $1)::int as lanes`,
    [organization],
  )
  expect(rows).toEqual([{ codes: 0, lanes: 0 }])
})
