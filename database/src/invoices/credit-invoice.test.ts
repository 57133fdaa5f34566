import { parsePlainDate, parseQuantity, parseUnitPrice } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findSeries } from '../series/find-series.ts'
import { saveSeries, updateSeries } from '../series/save-series.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import { type Crediting, creditInvoice, creditsOf } from './credit-invoice.ts'
import { finalizeInvoice } from './finalize-invoice.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const code = (expected: string) => expect.objectContaining({ code: expected })
const lines = [
  {
    description: 'Kraan',
    quantity: parseQuantity('8'),
    unitPrice: parseUnitPrice('75.33'),
    vatTreatment: 'high' as const,
    vatRate: '21',
  },
  {
    description: 'Boek',
    quantity: parseQuantity('1'),
    unitPrice: parseUnitPrice('20.00'),
    vatTreatment: 'low' as const,
    vatRate: '9',
  },
]

async function invoiced() {
  const organization = await testOrganization(db)
  const within = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(db.database('stella_app'), organization, work)
  const invoice = await within(async (tx) => {
    const { id } = await testDraft(tx, { lines })
    return finalizeInvoice(tx, { invoiceId: id })
  })
  const credit = (part: Partial<Crediting> = {}) =>
    within((tx) =>
      creditInvoice(tx, {
        invoiceId: invoice.id,
        lines: null,
        invoiceDate: parsePlainDate('2026-11-30'),
        description: '',
        seriesId: null,
        ...part,
      }),
    )
  const left = () => within(async (tx) => (await creditsOf(tx, invoice)).left)
  return { organization, within, invoice, credit, left }
}

describe('a credit note', () => {
  test('is final, numbered, linked, and the exact negative', async () => {
    const { invoice, credit, left } = await invoiced()
    const note = await credit({ description: 'Teruggenomen' })
    expect(note).toMatchObject({
      state: 'final',
      number: '2026-0002',
      credits: { id: invoice.id, number: '2026-0001' },
      customerId: invoice.customerId,
      lines: [{ quantity: '-8' }, { quantity: '-1' }],
      totals: { net: -invoice.totals.net, vat: -invoice.totals.vat, gross: -invoice.totals.gross },
    })
    expect(await left()).toEqual(['0', '0'])
    await expect(credit()).rejects.toMatchObject({ problems: [{ code: 'nothing_to_credit' }] })
  })

  test('is not dated before its invoice', async () => {
    const { credit, invoice } = await invoiced()
    const problems = [{ path: 'invoiceDate', code: 'credit_before_invoice' }]
    await expect(credit({ invoiceDate: parsePlainDate('1980-01-01') })).rejects.toMatchObject({ problems })
    expect((await credit({ invoiceDate: invoice.invoiceDate })).invoiceDate).toBe(invoice.invoiceDate)
  })

  test('is numbered in the series of credit notes, or in the one that is named', async () => {
    const { credit, within } = await invoiced()
    const part = () => credit({ lines: [{ position: 0, quantity: '1' }] })
    expect((await part()).number).toBe('2026-0002')
    const of = (pattern: string, isForCredits: boolean) =>
      within((tx) => saveSeries(tx, { name: pattern, pattern, restartsYearly: true }, isForCredits))
    const own = await of('C{jaar}-{nummer}', true)
    expect((await part()).number).toBe('C2026-0001')
    const other = await of('D{jaar}-{nummer}', true)
    expect((await part()).number).toBe('D2026-0001')
    const lines = [{ position: 0, quantity: '1' }]
    expect((await credit({ lines, seriesId: own.id })).number).toBe('C2026-0002')
    const { revision } = await within((tx) => findSeries(tx, other.id))
    const change = { id: other.id, revision, content: other, isForCredits: false }
    await within((tx) => updateSeries(tx, change))
    // Where none is theirs they go on in the one of before.
    expect((await part()).number).toBe('C2026-0003')
  })

  test('of a part leaves the rest, and the rest is exact', async () => {
    const { invoice, credit, left } = await invoiced()
    const first = await credit({ lines: [{ position: 0, quantity: '3' }] })
    expect(await left()).toEqual(['5', '1'])
    const rest = await credit()
    expect(first.totals.vat + rest.totals.vat).toBe(-invoice.totals.vat)
    expect(first.totals.gross + rest.totals.gross).toBe(-invoice.totals.gross)
  })

  test('of a credit note, of a draft, or of another organization’s invoice is refused', async () => {
    const { credit, within } = await invoiced()
    const note = await credit()
    await expect(credit({ invoiceId: note.id })).rejects.toEqual(code('not_creditable'))
    const draft = await within((tx) => testDraft(tx))
    await expect(credit({ invoiceId: draft.id })).rejects.toEqual(code('not_creditable'))
    const { invoice } = await invoiced()
    await expect(credit({ invoiceId: invoice.id })).rejects.toEqual(code('not_found'))
  })

  test('is made by one of many who credit the same at once, and no number is lost', async () => {
    const { invoice, credit, within } = await invoiced()
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => credit()))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const parts = await invoiced()
    const taken = await Promise.allSettled(
      Array.from({ length: 10 }, () => parts.credit({ lines: [{ position: 0, quantity: '1' }] })),
    )
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    expect(await parts.left()).toEqual(['0', '1'])
    const { notes } = await within((tx) => creditsOf(tx, invoice))
    expect(notes.map(({ number }) => number)).toEqual(['2026-0002'])
  })

  test('beyond what is left is refused by the database itself, for the owner as well', async () => {
    const { credit, organization } = await invoiced()
    const note = await credit({ lines: [{ position: 0, quantity: '5' }] })
    // A second of five of the eight, past the domain: as a row that becomes final beside the first.
    const copy = db
      .database('owner')
      .kysely.transaction()
      .execute(async (tx) => {
        await sql`alter table series_counts disable trigger user`.execute(tx)
        await sql`alter table invoices disable trigger numbers_come_from_series`.execute(tx)
        const { rows } = await sql<{
          id: string
        }>`insert into invoices (organization_id, customer_id, invoice_date,
          payment_term_days, total_net, total_vat, total_gross, vat_groups, search_text, credits_id)
        select organization_id, customer_id, invoice_date, 0, total_net, total_vat, total_gross, vat_groups, '', credits_id
        from invoices where id = ${note.id} returning id`.execute(tx)
        await sql`insert into invoice_lines select organization_id, ${rows[0]?.id}, position, description, quantity,
        unit_price, vat_treatment, amount, net, credits_position from invoice_lines
        where organization_id = ${organization} and invoice_id = ${note.id}`.execute(tx)
        await sql`update invoices set state = 'final', number = 'X', series_id = (select id from series
          where organization_id = ${organization} limit 1), series_year = 2026, series_place = 99, finalized_at = now(),
        customer_snapshot = '{}', sender_snapshot = '{}' where id = ${rows[0]?.id}`.execute(tx)
      })
    await expect(copy).rejects.toMatchObject({ code: 'ST004' })
  })
})
