import { parsePlainDate, parseQuantity, parseUnitPrice } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertBooking } from '../bookings/insert-booking.ts'
import { saveCustomer, updateCustomer } from '../customers/save-customer.ts'
import type { Database } from '../pools/open-database.ts'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testConnection,
  testDatabase,
  testDraft,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { finalizeInvoice } from './finalize-invoice.ts'
import { booksFigures, turnoverFigures } from './invoice-figures.ts'
import { type InvoiceListRequest, listInvoices, sumInvoices } from './list-invoices.ts'
import { saveDraft } from './save-draft.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = db.database('stella_app')
})
afterAll(() => db.close())

const list = (organization: string, request: InvoiceListRequest = {}) =>
  inOrganization(app, organization, (tx) => listInvoices(tx, request))

const freeOfCharge = [
  {
    description: 'Garantie, kosteloos',
    quantity: parseQuantity('1'),
    unitPrice: parseUnitPrice('0'),
    vatTreatment: 'high',
    vatRate: '21',
  },
] as const

describe('the list of invoices', () => {
  test('has the newest date first, in pages that neither repeat nor skip', async () => {
    const organization = await testOrganization(db)
    const dates = ['2026-01-05', '2026-03-01', '2026-01-05', '2025-12-31', '2026-03-01', '2026-03-01']
    const ids: string[] = []
    for (const date of dates) {
      const draft = await inOrganization(app, organization, (tx) =>
        testDraft(tx, { invoiceDate: parsePlainDate(date) }),
      )
      ids.push(draft.id)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list(organization, { limit: 2, cursor })
      seen.push(...page.items.map((invoice) => invoice.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual([5, 4, 1, 2, 0, 3].map((at) => ids[at]))
  })

  test('finds words in number, description and name of the customer', async () => {
    const organization = await testOrganization(db)
    await inOrganization(app, organization, async (tx) => {
      const hoek = await saveCustomer(tx, customerContent({ name: 'Café De Hoek' }))
      const bos = await saveCustomer(tx, customerContent({ name: 'Bos' }))
      const one = await saveDraft(tx, invoiceContent(hoek.id, { description: 'Onderhoud tuin' }))
      await saveDraft(tx, invoiceContent(bos.id, { description: 'Tuin en schuur' }))
      await finalizeInvoice(tx, { invoiceId: one.id })
      await updateCustomer(tx, {
        id: hoek.id,
        revision: 1,
        content: customerContent({ name: 'De Nieuwe Hoek' }),
      })
    })
    const customersFor = async (search: string) =>
      (await list(organization, { search })).items.map((it) => it.customerName)
    expect(await customersFor('tuin')).toEqual(['Bos', 'Café De Hoek'])
    expect(await customersFor('0001')).toEqual(['Café De Hoek'])
    expect(await customersFor('tuin bos')).toEqual(['Bos'])
    expect(await customersFor('cafe onderhoud')).toEqual(['Café De Hoek'])
    expect(await customersFor('nieuwe')).toEqual(['Café De Hoek'])
    expect(await customersFor('schuur cafe')).toEqual([])
  })

  test('tells and filters how each stands in the books, and the figures agree', async () => {
    const organization = await testOrganization(db)
    const states = [
      'planned',
      'sending',
      'unknown',
      'booked',
      'verified',
      'rejected',
      'conflict',
      null,
      'nothing',
    ]
    const at = new Date('2026-11-22T09:00:00Z')
    const booksId = await inOrganization(app, organization, (tx) => testConnection(tx, at))
    for (const state of states) {
      await inOrganization(app, organization, async (tx) => {
        const { id, customerId } = await testDraft(tx, state === 'nothing' ? { lines: freeOfCharge } : {})
        const { number } = await finalizeInvoice(tx, { invoiceId: id, at })
        if (state === null || state === 'nothing') return
        const { rows } = await sql<{
          id: string
        }>`insert into relations (books_id, customer_id, code, state, created_at, changed_at)
          values (${booksId}, ${customerId}, ${number}, 'present', ${at}, ${at}) returning id`.execute(tx)
        await insertBooking(tx, {
          invoice_id: id,
          books_id: booksId,
          relation_id: rows[0]?.id ?? '',
          invoice_number: number,
          reference: number,
          state,
          mutation: {},
          mutation_number: state === 'booked' || state === 'verified' ? 7n : null,
          created_at: at,
          changed_at: at,
        })
      })
    }
    await inOrganization(app, organization, (tx) => testDraft(tx))
    const books = async (request: InvoiceListRequest) =>
      (await list(organization, request)).items.map((invoice) => invoice.books)
    expect((await books({})).toSorted()).toEqual(
      [
        'booked',
        'failed',
        'failed',
        'none',
        'not_connected',
        'nothing_to_book',
        'verified',
        'waiting',
        'waiting',
        'waiting',
      ].toSorted(),
    )
    expect(await books({ books: 'failed' })).toEqual(['failed', 'failed'])
    expect(await books({ books: 'waiting' })).toEqual(['waiting', 'waiting', 'waiting'])
    expect(await books({ books: 'not_connected' })).toEqual(['not_connected'])
    expect(await books({ state: 'draft' })).toEqual(['none'])
    for (const state of ['none', 'nothing_to_book', 'booked', 'verified'] as const)
      expect(await books({ books: state })).toEqual([state])
    const figures = await inOrganization(app, organization, booksFigures)
    expect(figures).toEqual({
      counts: {
        not_connected: 1,
        nothing_to_book: 1,
        history: 0,
        waiting: 3,
        booked: 1,
        verified: 1,
        adopted: 0,
        excluded: 0,
        failed: 2,
      },
      oldestWaitingSince: at,
    })
  })

  test('has amounts and due date', async () => {
    const organization = await testOrganization(db)
    await inOrganization(app, organization, (tx) => testDraft(tx, { paymentTermDays: 30 }))
    expect((await list(organization)).items).toMatchObject([
      {
        net: 10000n,
        vat: 2100n,
        gross: 12100n,
        invoiceDate: '2026-11-22',
        dueDate: '2026-12-22',
        number: null,
      },
    ])
  })

  test('refuses a cursor from elsewhere by code', async () => {
    const organization = await testOrganization(db)
    await expect(list(organization, { cursor: 'WyJ4Il0' })).rejects.toMatchObject({ code: 'cursor_invalid' })
  })
})

test('turnover is that of final invoices, both ends of the span included', async () => {
  const organization = await testOrganization(db)
  for (const date of ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']) {
    await inOrganization(app, organization, async (tx) => {
      const draft = await testDraft(tx, { invoiceDate: parsePlainDate(date) })
      await finalizeInvoice(tx, { invoiceId: draft.id })
      await testDraft(tx, { invoiceDate: parsePlainDate(date) })
    })
  }
  const span = { from: parsePlainDate('2026-11-01'), until: parsePlainDate('2026-11-30') }
  const [month, all] = await inOrganization(app, organization, async (tx) => [
    await turnoverFigures(tx, span),
    await turnoverFigures(tx),
  ])
  expect(month).toEqual({ invoiceCount: 2, net: 20000n, vat: 4200n, gross: 24200n })
  expect(all?.gross).toBe(48400n)
})

describe('a period of the list', () => {
  test('holds its first and its last day, and the sums count what is final in it, page or no page', async () => {
    const organization = await testOrganization(db)
    const madeOn = (date: string, isFinal: boolean) =>
      inOrganization(app, organization, async (tx) => {
        const draft = await testDraft(tx, { invoiceDate: parsePlainDate(date) })
        if (isFinal) await finalizeInvoice(tx, { invoiceId: draft.id })
        return draft
      })
    await madeOn('2026-03-31', true)
    const first = await madeOn('2026-04-01', true)
    const last = await madeOn('2026-06-30', true)
    await madeOn('2026-06-30', false)
    await madeOn('2026-07-01', true)
    const quarter = { from: parsePlainDate('2026-04-01'), until: parsePlainDate('2026-06-30') }
    const page = await list(organization, { ...quarter, state: 'final', limit: 1 })
    expect(page.items.map(({ id }) => id)).toEqual([last.id])
    expect(page.nextCursor).not.toBeNull()
    const next = await list(organization, { ...quarter, state: 'final', cursor: page.nextCursor ?? '' })
    expect(next.items.map(({ id }) => id)).toEqual([first.id])
    const { items } = await list(organization, quarter)
    const final = items.filter(({ state }) => state === 'final')
    const sums = await inOrganization(app, organization, (tx) => sumInvoices(tx, quarter))
    const sumOf = (part: 'net' | 'vat' | 'gross' | 'outstanding') =>
      final.reduce((sum, each) => sum + each[part], 0n)
    expect(sums).toEqual({
      count: 2,
      net: sumOf('net'),
      vat: sumOf('vat'),
      gross: sumOf('gross'),
      outstanding: sumOf('outstanding'),
    })
    expect(sums.gross).toBeGreaterThan(0n)
    const none = await inOrganization(app, organization, (tx) => sumInvoices(tx, { ...quarter, search: 'x' }))
    expect(none).toEqual({ count: 0, net: 0n, vat: 0n, gross: 0n, outstanding: 0n })
  })
})
