import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
let customerId: string

beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
  customerId = (await person.as('POST', '/api/customers', company)).json().id
})
afterAll(() => api.close())

const content = {
  supply: { from: '2026-11-16', until: '2026-11-27' },
  buyerReference: 'Afdeling 4',
  orderNumber: 'PO-4471',
  projectNumber: 'KMP-IJK',
  closing: 'Dank voor uw opdracht.',
  lines: [
    { description: 'Arbeid', quantity: '16', unit: 'hour', unitPrice: '60.00', vatTreatment: 'high' },
    { kind: 'text', description: 'Materiaal volgens onze offerte:' },
    {
      description: 'Tegels',
      quantity: '3.5',
      unit: 'square_metre',
      unitPrice: '248.125',
      vatTreatment: 'low',
    },
    { description: 'Garantie, kosteloos', quantity: '1', unitPrice: '0', vatTreatment: 'high' },
  ],
}

const post = (change: object) =>
  person.as('POST', '/api/invoices', { ...draftFor(customerId), ...content, ...change })

test('units, texts, the supply and the references are kept, and stand in the e-invoice', async () => {
  const saved = await post({})
  expect(saved.statusCode, saved.body).toBe(201)
  const invoice = saved.json()
  expect(invoice).toMatchObject({
    ...content,
    lines: [
      { kind: 'item', unit: 'hour', amount: '960.00' },
      { kind: 'text', description: 'Materiaal volgens onze offerte:', amount: '0.00' },
      { unit: 'square_metre', unitPrice: '248.125', amount: '868.44' },
      { unit: null, amount: '0.00' },
    ],
    totals: { net: '1828.44', perTreatment: [{ vatTreatment: 'high' }, { vatTreatment: 'low' }] },
  })
  expect((await person.as('POST', `/api/invoices/${invoice.id}/finalization`)).statusCode).toBe(201)
  const ubl = (await person.as('GET', `/api/invoices/${invoice.id}/ubl`)).body
  expect(ubl).toContain('<cbc:InvoicedQuantity unitCode="HUR">16</cbc:InvoicedQuantity>')
  expect(ubl).toContain('<cbc:InvoicedQuantity unitCode="MTK">3.5</cbc:InvoicedQuantity>')
  expect(ubl).toContain('<cbc:BuyerReference>Afdeling 4</cbc:BuyerReference>')
  expect(ubl).toContain('<cbc:ID>PO-4471</cbc:ID>')
  expect(ubl).toContain('<cbc:ID>KMP-IJK</cbc:ID>')
  expect(ubl).toContain('<cbc:StartDate>2026-11-16</cbc:StartDate>')
  expect(ubl).toContain('<cbc:EndDate>2026-11-27</cbc:EndDate>')
  expect(ubl).toContain('Dank voor uw opdracht.')
})

test('the last day of supply says which rates count', async () => {
  const lines = [{ description: 'Boek', quantity: '1', unitPrice: '100', vatTreatment: 'low' }]
  const supply = (from: string, until: string | null = null) => post({ lines, supply: { from, until } })
  expect((await supply('2018-12-30', '2018-12-31')).json().totals.vat).toBe('6.00')
  expect((await supply('2018-12-30', '2019-01-01')).json().totals.vat).toBe('9.00')
  expect((await supply('2018-12-31')).json().supply).toEqual({ from: '2018-12-31', until: '2018-12-31' })
})

test('texts alone are no invoice', async () => {
  const { id } = (await post({ lines: [{ kind: 'text', description: 'Alleen dit' }] })).json()
  const answer = await person.as('POST', `/api/invoices/${id}/finalization`)
  expect(answer.json().fields).toMatchObject([{ path: 'lines', code: 'no_lines' }])
})

test.each([
  [{ supply: { from: '2026-02-30' } }, 'supply.from', 'date_invalid'],
  [{ supply: { from: '', until: '2026-11-01' } }, 'supply.from', 'required'],
  [{ supply: { from: '2026-11-02', until: '2026-11-01' } }, 'supply.until', 'period_reversed'],
  [{ supply: { from: '1979-12-31' } }, 'supply.from', 'date_out_of_range'],
  [{ orderNumber: 'x'.repeat(101) }, 'orderNumber', 'too_long'],
  [{ closing: 'x'.repeat(1001) }, 'closing', 'too_long'],
  [{ lines: [{ description: 'Leeg' }] }, 'lines.0.quantity', 'required'],
])('%o is refused at its field', async (change, path, code) => {
  const answer = await post(change)
  expect(answer.statusCode).toBe(422)
  expect(answer.json().fields).toContainEqual(expect.objectContaining({ path, code }))
})

test.each(['1e309', 'NaN', '0x10', '٣', '1,5', '--1', ''])(
  'a quantity of %j is refused',
  async (quantity) => {
    const lines = [{ description: 'x', quantity, unitPrice: '1', vatTreatment: 'high' }]
    const answer = await post({ lines })
    expect(answer.json().fields).toContainEqual(expect.objectContaining({ path: 'lines.0.quantity' }))
  },
)

test('ten thousand lines are refused before they are read', async () => {
  const line = { description: 'x', quantity: '1', unitPrice: '1', vatTreatment: 'high' }
  const answer = await post({ lines: Array.from({ length: 10_000 }, () => line) })
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode).toBeLessThan(500)
})

test('what stands in a form is seen as its customer will, and only for a customer and when it can be saved', async () => {
  const url = '/api/invoices/preview/pages'
  const seen = await person.as('POST', url, draftFor(customerId))
  expect(seen.json()).toMatchObject({ pages: 1, shown: 1, svg: expect.stringMatching(/^<svg /) })
  const other = await person.as('POST', url, { ...draftFor(customerId), description: 'Iets anders' })
  expect(other.json().svg).not.toBe(seen.json().svg)
  for (const [change, path] of [
    [{ customerId: null }, 'customerId'],
    [{ invoiceDate: '2026-02-30' }, 'invoiceDate'],
  ] as const) {
    const answer = await person.as('POST', url, { ...draftFor(customerId), ...change })
    expect(answer.json()).toMatchObject({ code: 'invalid_fields', fields: [{ path }] })
  }
})
