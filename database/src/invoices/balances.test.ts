import { randomUUID } from 'node:crypto'
import { cents, type HistoricalInvoice, parsePlainDate } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listCustomersWithFigures, type SortedCustomers } from '../customers/customers-with-figures.ts'
import { mergeCustomers } from '../customers/merge-customers.ts'
import { saveCustomer } from '../customers/save-customer.ts'
import { paymentFigures } from '../payments/find-payment.ts'
import { outstandingSql } from '../payments/payment-state-sql.ts'
import { sayPayment, unsayPayment } from '../payments/save-payments.ts'
import type { Database } from '../pools/open-database.ts'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import { creditInvoice } from './credit-invoice.ts'
import { finalizeInvoice } from './finalize-invoice.ts'
import { deleteHistory, insertHistory } from './insert-history.ts'
import { type InvoiceSort, invoiceSorts } from './invoice-order.ts'
import { listInvoices, sumInvoices } from './list-invoices.ts'
import { saveDraft } from './save-draft.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = db.database('stella_app')
})
afterAll(() => db.close())

const today = parsePlainDate('2026-11-30')
const at = new Date('2026-11-30T09:00:00Z')

/** An organization with three customers, and what can be done in it. */
async function office() {
  const organization = await testOrganization(db)
  const own = <T>(work: (tx: Transaction) => Promise<T>) => inOrganization(app, organization, work)
  const customer = (name: string) => own((tx) => saveCustomer(tx, customerContent({ name })))
  const customers = [await customer('Zwaan'), await customer('Bos'), await customer('Aalders')] as const
  const final = (customerId: string, content: Parameters<typeof invoiceContent>[1] = {}) =>
    own(async (tx) => {
      const { id } = await saveDraft(tx, invoiceContent(customerId, content))
      return finalizeInvoice(tx, { invoiceId: id, at })
    })
  const pay = (invoiceId: string, outstanding: bigint) =>
    own((tx) =>
      sayPayment(
        tx,
        {
          invoiceId,
          outstanding,
          settledAs: outstanding === 0n ? 'paid' : null,
          paidOn: null,
          mutationNumbers: null,
          pending: null,
          knownAt: at,
        },
        'Marloes',
      ),
    )
  const credit = (invoiceId: string) =>
    own((tx) =>
      creditInvoice(tx, { invoiceId, lines: null, invoiceDate: today, description: '', seriesId: null, at }),
    )
  const history = async (numbers: readonly string[]) => {
    const invoices = numbers.map((number) => ({
      id: randomUUID(),
      customerId: customers[0].id,
      invoice: { ...old, number },
    }))
    await own((tx) => insertHistory(tx, invoices, { at, origin: 'Moneybird' }))
    return invoices.map(({ id }) => id)
  }
  return { own, customers, final, pay, credit, history }
}

const old: HistoricalInvoice = {
  number: '',
  invoiceDate: parsePlainDate('2026-01-02'),
  paymentTermDays: 14,
  description: '',
  buyerReference: null,
  orderNumber: null,
  isCreditNote: false,
  credits: null,
  net: cents(100_00n),
  vat: cents(21_00n),
  gross: cents(121_00n),
  outstanding: cents(20_00n),
}

/** What is kept beside what it is when all is added up anew. */
async function balances(own: Awaited<ReturnType<typeof office>>['own']) {
  return own(async (tx) => {
    const { rows } = await sql<{ kept: bigint | null; reckoned: bigint }>`
      select invoice_balances.outstanding as kept,
        case when invoices.credits_id is null then ${outstandingSql} else 0 end as reckoned
      from invoices left join invoice_balances on invoice_balances.invoice_id = invoices.id
      where invoices.state = 'final'`.execute(tx)
    return rows
  })
}

describe('what is open of an invoice', () => {
  test('follows what becomes final, is paid, taken back and credited', async () => {
    const { credit, customers, final, own, pay } = await office()
    const first = await final(customers[0].id)
    const second = await final(customers[1].id)
    const third = await final(customers[1].id)
    await pay(first.id, 0n)
    await pay(second.id, 5_00n)
    const note = await credit(third.id)
    await pay(note.id, -1_00n)
    await pay(first.id, 10_00n)
    await own((tx) => unsayPayment(tx, second.id))
    const kept = await balances(own)
    expect(kept).toHaveLength(4)
    for (const { kept: amount, reckoned } of kept) expect(amount).toBe(reckoned)
    const figures = await own((tx) => paymentFigures(tx, today))
    const sums = await own((tx) => sumInvoices(tx))
    expect(sums.outstanding).toBe(figures.outstanding)
    expect(sums.outstanding).toBeGreaterThan(0n)
  })

  test('is there of whatever is paid at the same moment', async () => {
    const { credit, customers, final, own, pay } = await office()
    const invoice = await final(customers[0].id)
    const note = await credit(invoice.id)
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([pay(invoice.id, BigInt(round) * 100n), pay(note.id, BigInt(-round))])
      for (const { kept, reckoned } of await balances(own)) expect(kept).toBe(reckoned)
    }
  })
})

describe('what a customer comes to', () => {
  const listed = (own: Awaited<ReturnType<typeof office>>['own'], request: SortedCustomers = {}) =>
    own(async (tx) =>
      (await listCustomersWithFigures(tx, request)).items.map(({ invoiced, name, outstanding }) => [
        name,
        invoiced,
        outstanding,
      ]),
    )

  test('is what was invoiced and is open, credit notes taken off, in any order', async () => {
    const { credit, customers, final, own, pay } = await office()
    const [zwaan, bos] = customers
    const paid = await final(bos.id)
    await pay(paid.id, 0n)
    await credit((await final(bos.id)).id)
    const open = await final(zwaan.id)
    const { gross } = open.totals
    expect(await listed(own)).toEqual([
      ['Aalders', 0n, 0n],
      ['Bos', gross, 0n],
      ['Zwaan', gross, gross],
    ])
    const byOpen = { sort: 'outstanding', direction: 'descending' } as const
    expect((await listed(own, byOpen))[0]).toEqual(['Zwaan', gross, gross])
    expect((await listed(own, { sort: 'invoiced' }))[0]).toEqual(['Aalders', 0n, 0n])
    expect(await listed(own, { ...byOpen, search: 'bos' })).toEqual([['Bos', gross, 0n]])
    const seen: string[] = []
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await own((tx) => listCustomersWithFigures(tx, { ...byOpen, limit: 1, cursor }))
      seen.push(...page.items.map(({ name }) => name))
      cursor = page.nextCursor ?? undefined
      more = cursor !== undefined
    }
    expect(seen.toSorted()).toEqual(['Aalders', 'Bos', 'Zwaan'])
  })

  test('is nothing again once what was brought in is taken back', async () => {
    const { history, own } = await office()
    const ids = await history(['1', '2'])
    expect((await listed(own)).at(-1)).toEqual(['Zwaan', 242_00n, 40_00n])
    expect(await own((tx) => deleteHistory(tx, ids))).toEqual(new Set(ids))
    expect((await listed(own)).at(-1)).toEqual(['Zwaan', 0n, 0n])
  })

  test('goes along when it goes up in another, and what is paid later counts there', async () => {
    const { customers, final, own, pay } = await office()
    const [zwaan, bos] = customers
    const invoice = await final(bos.id)
    const { gross } = await final(zwaan.id).then(({ totals }) => totals)
    await own((tx) =>
      mergeCustomers(tx, {
        kept: { id: zwaan.id, revision: 1 },
        gone: { id: bos.id, revision: 1 },
        contentOf: (kept) => kept,
      }),
    )
    await pay(invoice.id, 0n)
    expect(await listed(own)).toEqual([
      ['Aalders', 0n, 0n],
      ['Zwaan', gross * 2n, gross],
    ])
  })
})

describe('the list in an order', () => {
  test('has every invoice once, from end to end and back, by every column', async () => {
    const { customers, final, own, pay } = await office()
    const [zwaan, bos, aalders] = customers
    const days = ['2026-01-05', '2026-03-01', '2026-02-10', '2026-03-01'].map(parsePlainDate)
    for (const [index, invoiceDate] of days.entries()) {
      const { id } = await final([zwaan, bos, aalders, bos][index]?.id ?? '', {
        invoiceDate,
        paymentTermDays: 60 - index * 20,
      })
      if (index % 2 === 0) await pay(id, BigInt(index) * 500n)
    }
    await own((tx) => saveDraft(tx, invoiceContent(bos.id)))
    const inOrder = async (sort: InvoiceSort, direction: 'ascending' | 'descending') => {
      const seen: Awaited<ReturnType<typeof listInvoices>>['items'][number][] = []
      let cursor: string | undefined
      do {
        const page = await own((tx) => listInvoices(tx, { sort, direction, limit: 2, cursor }))
        seen.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      return seen
    }
    for (const sort of invoiceSorts) {
      const [up, down] = [await inOrder(sort, 'ascending'), await inOrder(sort, 'descending')]
      expect(new Set(up.map(({ id }) => id)).size, sort).toBe(5)
      expect(new Set(down.map(({ id }) => id)).size, sort).toBe(5)
    }
    const numbers = (await inOrder('number', 'ascending')).map(({ number }) => number)
    expect(numbers.at(-1)).toBeNull()
    expect(numbers.slice(0, 4)).toEqual(numbers.slice(0, 4).toSorted())
    const names = (await inOrder('customer', 'ascending')).map(({ customerName }) => customerName)
    expect(names).toEqual(['Aalders', 'Bos', 'Bos', 'Bos', 'Zwaan'])
    const due = (await inOrder('due', 'ascending')).map(({ dueDate }) => dueDate)
    expect(due).toEqual(due.toSorted())
    const open = (await inOrder('outstanding', 'descending')).map(({ outstanding }) => outstanding)
    expect(open.slice(0, 3)).toEqual(open.slice(0, 3).toSorted((one, other) => Number(other - one)))
    expect(open[2]).toBe(10_00n)
    expect((await inOrder('status', 'ascending')).map(({ state }) => state)[0]).toBe('draft')
  })

  test('is that of numbers as people count, and no cursor of one order opens another', async () => {
    const { history, own } = await office()
    await history(['F-2', '10', '9'])
    const { items, nextCursor } = await own((tx) =>
      listInvoices(tx, { sort: 'number', direction: 'ascending', limit: 2 }),
    )
    expect(items.map(({ number }) => number)).toEqual(['9', '10'])
    await expect(
      own((tx) => listInvoices(tx, { sort: 'total', cursor: nextCursor ?? '' })),
    ).rejects.toMatchObject({ code: 'cursor_invalid' })
  })

  test('narrows by amount and by what anything is open of, and the sums agree', async () => {
    const { customers, final, own, pay } = await office()
    const [cheap, dear] = [await final(customers[0].id), await final(customers[0].id, { lines: twice() })]
    await pay(cheap.id, 0n)
    const { gross } = dear.totals
    const ids = async (request: Parameters<typeof listInvoices>[1]) =>
      (await own((tx) => listInvoices(tx, request))).items.map(({ id }) => id)
    expect(await ids({ least: gross })).toEqual([dear.id])
    expect(await ids({ most: cents(gross - 1n) })).toEqual([cheap.id])
    expect(await ids({ payment: 'unpaid', today })).toEqual([dear.id])
    expect(await own((tx) => sumInvoices(tx, { least: gross }))).toMatchObject({
      count: 1,
      gross,
      outstanding: gross,
    })
  })

  test('finds the text of lines, of drafts and of what is final, accents and case aside', async () => {
    const { customers, final, own } = await office()
    const [line] = invoiceContent(customers[0].id).lines
    if (line === undefined) throw new Error('There is no line.')
    const lines = [{ ...line, description: 'Gietijzeren Radiátor' }]
    const made = await final(customers[0].id, { lines })
    const draft = await own((tx) => saveDraft(tx, invoiceContent(customers[1].id, { lines })))
    await final(customers[2].id)
    const found = async (search: string) =>
      (await own((tx) => listInvoices(tx, { search }))).items.map(({ id }) => id).toSorted()
    expect(await found('radiator gietijzer')).toEqual([made.id, draft.id].toSorted())
    expect(await found('radiator bos')).toEqual([draft.id])
    expect(await found('radiatoren')).toEqual([])
  })
})

function twice() {
  const [line] = invoiceContent('').lines
  if (line === undefined) throw new Error('There is no line.')
  return [line, line]
}
