import { parsePlainDate, parseQuantity, parseUnitPrice } from '@stella/invoicing'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { saveCustomer } from '../customers/save-customer.ts'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testOrganization,
} from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { finalizeInvoice } from './finalize-invoice.ts'
import { insertFinalInvoices } from './insert-final-invoices.ts'
import { saveDraft } from './save-draft.ts'

let db: TestDatabase
beforeEach(async () => {
  db = await testDatabase()
  onTestFinished(() => db.close())
})

const at = new Date('2026-11-30T09:00:00Z')

/** An organization with two customers, and what is to be invoiced to them. */
async function office() {
  const organization = await testOrganization(db)
  const within = <T>(work: Parameters<typeof inOrganization<T>>[2]) =>
    inOrganization(db.database('stella_app'), organization, work)
  const [one, other] = await within(async (tx) => {
    const names = ['Café De Hoek', 'Été & Zn.']
    return Promise.all(names.map((name) => saveCustomer(tx, customerContent({ name }))))
  })
  const bread = {
    description: 'Brood',
    quantity: parseQuantity('2.5'),
    unitPrice: parseUnitPrice('3.333'),
    vatTreatment: 'low',
    vatRate: '9',
  } as const
  const contents = [
    invoiceContent(one?.id ?? ''),
    invoiceContent(other?.id ?? '', {
      pricesIncludeVat: true,
      lines: [bread, { ...bread, vatTreatment: 'high', vatRate: '21' }],
    }),
    invoiceContent(one?.id ?? '', { description: 'Café', paymentTermDays: 30 }),
  ]
  return { organization, within, contents }
}

describe('many final invoices at once', () => {
  test('are the rows that saving and finalizing leave one after another', async () => {
    const slow = await office()
    for (const content of slow.contents) {
      await slow.within(async (tx) =>
        finalizeInvoice(tx, { invoiceId: (await saveDraft(tx, content)).id, at }),
      )
    }
    const quick = await office()
    const made = await quick.within((tx) =>
      insertFinalInvoices(
        tx,
        2026,
        quick.contents.map((content) => ({ content, at })),
      ),
    )
    expect(made.map(({ number }) => number)).toEqual(['2026-0001', '2026-0002', '2026-0003'])
    const kept = await rowsOf(slow.organization)
    expect(kept.invoices).toHaveLength(3)
    expect(await rowsOf(quick.organization)).toEqual(kept)
  })

  test('go on where the series stands', async () => {
    const { within, contents } = await office()
    const add = () =>
      within((tx) =>
        insertFinalInvoices(
          tx,
          2026,
          contents.map((content) => ({ content, at })),
        ),
      )
    await add()
    expect((await add()).map(({ number }) => number)).toEqual(['2026-0004', '2026-0005', '2026-0006'])
  })

  test('come in whole or not at all, and never into the series of another year', async () => {
    const { organization, within, contents } = await office()
    const [first] = contents
    const another = contents.map((content) => ({ ...content, invoiceDate: parsePlainDate('2025-12-31') }))
    const add = (those: typeof contents) =>
      within((tx) =>
        insertFinalInvoices(
          tx,
          2026,
          those.map((content) => ({ content, at })),
        ),
      )
    await expect(add([...contents, ...another])).rejects.toThrow(RangeError)
    if (first !== undefined) {
      await expect(add([first, { ...first, lines: [] }])).rejects.toMatchObject({ code: 'not_finalizable' })
    }
    expect((await rowsOf(organization)).invoices).toEqual([])
  })
})

/** All that stands of the invoices, without what differs between any two: ids and the database's own times. */
async function rowsOf(organization: string) {
  const { pool } = db.database('owner')
  const of = async (table: string, order: string) => {
    const query = `select to_jsonb(t) - '{id,ordinal,organization_id,customer_id,invoice_id,series_id,created_at,updated_at}'::text[] as row
      from ${table} t where organization_id = $1 order by ${order}`
    return (await pool.query<{ row: unknown }>(query, [organization])).rows.map(({ row }) => row)
  }
  return {
    invoices: await of('invoices', 'number'),
    lines: await of('invoice_lines', 'quantity, net, position'),
    series: await of('series_counts', 'year'),
  }
}
