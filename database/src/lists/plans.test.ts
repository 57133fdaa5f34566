import { cents, parsePlainDate } from '@stella/invoicing'
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listActivities, peopleInActivities, timelineOfInvoice } from '../activities/list-activities.ts'
import { recordActivity } from '../activities/record-activity.ts'
import { countFailureCauses, listFailureCauses } from '../bookings/list-failure-causes.ts'
import { customerFigures } from '../customers/customer-figures.ts'
import { customerSorts, listCustomersWithFigures } from '../customers/customers-with-figures.ts'
import { findCustomer, listCustomers } from '../customers/list-customers.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { findInvoice } from '../invoices/find-invoice.ts'
import { booksFigures, turnoverFigures } from '../invoices/invoice-figures.ts'
import { invoiceSorts } from '../invoices/invoice-order.ts'
import { listInvoices, sumInvoices } from '../invoices/list-invoices.ts'
import { copyOrganization } from '../organizations/copy-organization.ts'
import { paymentFigures } from '../payments/find-payment.ts'
import { listSales } from '../reconciliation/list-sales.ts'
import { countFailedRelations, listFailedRelations } from '../relations/list-failed-relations.ts'
import type { DB } from '../schema/schema.generated.ts'
import {
  manyBookings,
  type TestDatabase,
  testDatabase,
  testDraft,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import { sortDirections } from './sort.ts'

// How PostgreSQL reads the rows of one business among many, by its own plans: with so many rows in the tables, and their
// statistics, it goes through a whole table only where no index leads to the rows of the business.

/** As many businesses as it takes for the rows of one to be few among all. */
const copies = 150
/** Tables with fewer rows are read whole because that is quickest. */
const fewRows = 5_000

let db: TestDatabase
let organization: string
let large: ReadonlySet<string>
let invoiceId: string
let customerId: string
beforeAll(async () => {
  db = await testDatabase()
  organization = await testOrganization(db)
  await manyBookings(db, organization, { count: 40, verifyAt: new Date() })
  await inOrganization(db.database('stella_app'), organization, async (tx) => {
    for (let at = 0; at < 40; at += 1) {
      const draft = await testDraft(tx)
      await finalizeInvoice(tx, { invoiceId: draft.id })
      ;[invoiceId, customerId] = [draft.id, draft.customerId]
      await recordActivity(tx, {
        kind: 'relation_added',
        subjectId: draft.customerId,
        parameters: { customer: 'Veel' },
      })
    }
  })
  await copyOrganization(db.url, organization, { first: 1, copies })
  const owner = db.database('owner').pool
  await owner.query('vacuum analyze')
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > $1`,
    [fewRows],
  )
  large = new Set(rows.map(({ name }) => name))
})
afterAll(() => db.close())

const today = parsePlainDate('2026-11-30')
const quarter = { from: parsePlainDate('2026-10-01'), until: parsePlainDate('2026-12-31') }

const monthOf = (month: number) => new Date(Date.UTC(2026, month - 1, 1))

const failures = {
  states: ['rejected', 'conflict'],
  causesOfRelations: ['relation_rejected'],
  limit: 5,
  invoiceLimit: 5,
}

const questions: Record<string, (tx: Transaction) => Promise<unknown>> = {
  'a page of invoices': (tx) => listInvoices(tx, {}),
  drafts: (tx) => listInvoices(tx, { state: 'draft' }),
  'invoices by what became of them in the books': (tx) => listInvoices(tx, { books: 'failed' }),
  'overdue invoices': (tx) => listInvoices(tx, { payment: 'overdue', today }),
  'invoices by their mail': (tx) => listInvoices(tx, { mail: 'failed' }),
  'invoices that are searched for': (tx) => listInvoices(tx, { search: 'werk van' }),
  ...Object.fromEntries(
    invoiceSorts.flatMap((sort) =>
      sortDirections.map((direction) => [
        `invoices by ${sort}, ${direction}`,
        (tx: Transaction) => listInvoices(tx, { sort, direction, limit: 5 }),
      ]),
    ),
  ),
  'invoices of which anything is to be paid': (tx) => listInvoices(tx, { payment: 'unpaid', today }),
  'invoices in the books': (tx) => listInvoices(tx, { books: 'in_books' }),
  'invoices of an amount': (tx) => listInvoices(tx, { least: cents(100_00n), most: cents(101_00n) }),
  'invoices of a customer': (tx) => listInvoices(tx, { customerId }),
  'what invoices come to': (tx) => sumInvoices(tx, quarter),
  'an invoice': (tx) => findInvoice(tx, invoiceId),
  'a page of customers': (tx) => listCustomers(tx, {}),
  ...Object.fromEntries(
    customerSorts.map((sort) => [
      `customers by ${sort}`,
      (tx: Transaction) => listCustomersWithFigures(tx, { sort, direction: 'descending' }),
    ]),
  ),
  'customers that are searched for': (tx) => listCustomers(tx, { search: 'café hoek' }),
  'a customer': (tx) => findCustomer(tx, customerId),
  'what a customer comes to': (tx) => customerFigures(tx, customerId),
  'the log': (tx) => listActivities(tx, {}),
  'what failed in the log': (tx) => listActivities(tx, { failing: true }),
  'what waits in the log': (tx) => listActivities(tx, { waiting: true }),
  'the log that is searched': (tx) => listActivities(tx, { search: 'veel' }),
  'the log of a month': (tx) => listActivities(tx, { from: monthOf(1), before: monthOf(2) }),
  'what failed in a month': (tx) =>
    listActivities(tx, { failing: true, from: monthOf(1), before: monthOf(2) }),
  'the log of a person': (tx) => listActivities(tx, { by: 'Marloes' }),
  'who stands in the log': (tx) => peopleInActivities(tx),
  'the log of an invoice': (tx) => listActivities(tx, { invoiceId }),
  'imports in the log': (tx) => listActivities(tx, { subjectTypes: ['import'] }),
  'the log of a customer': (tx) => listActivities(tx, { customerId }),
  'the story of an invoice': (tx) =>
    timelineOfInvoice(tx, { organizationId: organization, id: invoiceId, customerId }),
  'are the books right': (tx) => booksFigures(tx),
  'how is business': (tx) => turnoverFigures(tx),
  'what is still to be paid': (tx) => paymentFigures(tx, today),
  'what failed, by its cause': (tx) => listFailureCauses(tx, failures),
  'how many causes': (tx) => countFailureCauses(tx, failures),
  'failed relations': (tx) => listFailedRelations(tx, { limit: 5 }),
  'how many failed relations': (tx) => countFailedRelations(tx),
  'sales of a quarter': (tx) => listSales(tx, quarter),
}

test('there is enough for a plan to matter', () => {
  expect([...large]).toEqual(
    expect.arrayContaining(['invoices', 'invoice_lines', 'customers', 'activities', 'bookings']),
  )
})

test.each(Object.entries(questions))('%s: no table is read from end to end', async (_name, ask) => {
  const asked = await statementsOf(ask)
  expect(asked.length).toBeGreaterThan(0)
  const read = await Promise.all(asked.map(wholeTablesIn))
  expect(read.flat().filter((table) => large.has(table))).toEqual([])
})

test('a question without an index is found', async () => {
  const text = `select * from invoices where description like '%x%'`
  const owner = db.database('owner').pool
  const { rows } = await owner.query(`explain (format json) ${text}`)
  expect(tablesReadWhole(rows[0]['QUERY PLAN'])).toEqual(['invoices'])
})

/** What a question sends, besides what opens its transaction. */
async function statementsOf(ask: (tx: Transaction) => Promise<unknown>): Promise<CompiledQuery[]> {
  const { pool, url } = db.database('stella_app')
  const sent: CompiledQuery[] = []
  const kysely = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      sent.push(query)
    },
  })
  await inOrganization({ kysely, pool, url, close: async () => {} }, organization, ask)
  return sent.filter(({ sql }) => /^\s*(select|with)\b/i.test(sql) && !sql.startsWith('select set_config('))
}

/** As the planner sees it for whoever works within the organization. */
async function wholeTablesIn({ sql, parameters }: CompiledQuery): Promise<string[]> {
  const client: pg.PoolClient = await db.database('stella_app').pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('stella.organization_id', $1, true)`, [organization])
    const { rows } = await client.query(`explain (format json) ${sql}`, [...parameters])
    return tablesReadWhole(rows[0]['QUERY PLAN'])
  } finally {
    await client.query('rollback')
    client.release()
  }
}

function tablesReadWhole(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(tablesReadWhole)
  if (typeof plan !== 'object' || plan === null) return []
  const node = plan as Record<string, unknown>
  const own = node['Node Type'] === 'Seq Scan' ? [String(node['Relation Name'])] : []
  return [...own, ...Object.values(node).flatMap(tablesReadWhole)]
}
