import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveCustomer } from '../customers/save-customer.ts'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testConnection,
  testDatabase,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import { insertFinalInvoices } from './insert-final-invoices.ts'
import { type InvoiceListRequest, listInvoices } from './list-invoices.ts'

// A web shop that worked without a link for years: nearly all of its invoices have no booking, and a few have.

const batches = 6
const batchSize = 500
const invoiceCount = batches * batchSize
const customerCount = 100
const at = new Date('2026-11-22T10:00:00Z')

let db: TestDatabase
let organization: string
beforeAll(async () => {
  db = await testDatabase()
  organization = await testOrganization(db)
  const within = <T>(work: Parameters<typeof inOrganization<T>>[2]) =>
    inOrganization(db.database('stella_app'), organization, work)
  const customers: string[] = []
  await within(async (tx) => {
    while (customers.length < customerCount) {
      customers.push((await saveCustomer(tx, customerContent({ name: `Klant ${customers.length}` }))).id)
    }
  })
  const content = (ordinal: number) => invoiceContent(customers[ordinal % customerCount] ?? '')
  const batch = Array.from({ length: batchSize }, (_, ordinal) => ({ content: content(ordinal), at }))
  for (let made = 0; made < batches; made += 1) await within((tx) => insertFinalInvoices(tx, 2026, batch))
  await bookTheFirst(8)
  await sql`vacuum analyze invoices, customers, bookings`.execute(db.database('owner').kysely)
})
afterAll(() => db.close())

async function bookTheFirst(count: number): Promise<void> {
  await inOrganization(db.database('owner'), organization, async (tx) => {
    const booksId = await testConnection(tx, at)
    await sql`insert into relations (books_id, customer_id, code, state, created_at, changed_at)
      select ${booksId}::uuid, id, left(id::text, 15), 'present', now(), now() from customers`.execute(tx)
    await sql`insert into bookings (invoice_id, books_id, relation_id, invoice_number, reference, state, mutation,
        mutation_number, created_at, changed_at, booked_at)
      select invoices.id, ${booksId}::uuid, relations.id, invoices.number, invoices.number, 'booked', '{}',
        row_number() over (order by invoices.ordinal), now(), now(), now()
      from invoices join relations using (customer_id) order by invoices.ordinal limit ${count}`.execute(tx)
  })
}

/** Rows of a table that this connection has read since its counters went to the server, whenever that was. */
async function rowsRead(tx: Transaction, table: string): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_xact_user_tables where relname = ${table}`.execute(tx)
  return rows[0]?.read ?? 0
}

const requests: InvoiceListRequest[] = [
  {},
  { state: 'draft' },
  { state: 'final' },
  { books: 'none' },
  { books: 'not_connected' },
  { books: 'failed' },
  { books: 'waiting' },
]

test.each(requests)(
  'the first page of many invoices, with %o, takes no look at all of them',
  async (request) => {
    const read = await inOrganization(db.database('stella_app'), organization, async (tx) => {
      const before = { invoices: await rowsRead(tx, 'invoices'), customers: await rowsRead(tx, 'customers') }
      await listInvoices(tx, { ...request, limit: 5 })
      return {
        invoices: (await rowsRead(tx, 'invoices')) - before.invoices,
        customers: (await rowsRead(tx, 'customers')) - before.customers,
      }
    })
    expect(read.invoices).toBeLessThan(invoiceCount / 10)
    expect(read.customers).toBeLessThanOrEqual(customerCount)
  },
)
