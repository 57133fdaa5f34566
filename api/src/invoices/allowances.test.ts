import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
})
afterAll(() => api.close())

type Person = Awaited<ReturnType<typeof linkedPerson>>

const content = {
  pricesIncludeVat: false,
  lines: [
    { description: 'Advies', quantity: '16', unitPrice: '60.00', vatTreatment: 'low' },
    {
      description: 'Radiator',
      quantity: '3',
      unitPrice: '248.00',
      vatTreatment: 'high',
      allowances: [{ percentage: '10', reason: 'vaste klant' }],
    },
    { description: 'Koperbuis', quantity: '24', unitPrice: '6.25', vatTreatment: 'high' },
    { description: 'Afvoer', quantity: '3', unitPrice: '15.00', vatTreatment: 'high' },
  ],
  allowances: [{ percentage: '5' }, { kind: 'charge', amount: '12.50', reason: 'Verzendkosten' }],
}

async function draft({ as }: Person, change: object = {}) {
  const customerId = (await as('POST', '/api/customers', company)).json().id
  const saved = await as('POST', '/api/invoices', { ...draftFor(customerId), ...content, ...change })
  expect(saved.statusCode, saved.body).toBe(201)
  return saved.json()
}

const finalize = async ({ as }: Person, { id }: { id: string }) =>
  (await as('POST', `/api/invoices/${id}/finalization`)).json()

const booked = (person: Person, { id }: { id: string }) =>
  expect
    .poll(async () => (await person.as('GET', `/api/invoices/${id}`)).json().books)
    .toMatchObject({ state: 'booked' })

/** What the books hold under each VAT code, in cents. */
function sums(person: Person): Record<string, [number, number]> {
  const held: Record<string, [number, number]> = {}
  for (const { vatCode, amountExcl, amountVat } of person.books().mutations.flatMap(({ lines }) => lines)) {
    const [net, vat] = held[vatCode] ?? [0, 0]
    held[vatCode] = [net + Math.round(Number(amountExcl) * 100), vat + Math.round(Number(amountVat) * 100)]
  }
  return held
}

test('discounts and charges are kept, shown, booked and written in the e-invoice, the same cent everywhere', async () => {
  const person = await linkedPerson(api)
  const saved = await draft(person)
  expect(saved).toMatchObject({
    lines: [
      { allowances: [], amount: '960.00' },
      {
        allowances: [
          { kind: 'allowance', percentage: '10', amount: null, reason: 'vaste klant', comesTo: '74.40' },
        ],
        amount: '669.60',
      },
      {},
      {},
    ],
    allowances: [
      { kind: 'allowance', percentage: '5', comesTo: '91.23', vatTreatment: null },
      { kind: 'charge', amount: '12.50', comesTo: '12.50', reason: 'Verzendkosten' },
    ],
    totals: {
      lines: '1824.60',
      // 821.37 + 5.92 and 912.00 + 6.58
      perTreatment: [
        { vatTreatment: 'high', net: '827.29', taxable: '827.29', vat: '173.73' },
        { vatTreatment: 'low', net: '918.58', taxable: '918.58', vat: '82.67' },
      ],
      rounding: '0.00',
      gross: '2002.27',
    },
  })
  const preview = (await person.as('GET', `/api/invoices/${saved.id}/booking-preview`)).json()
  expect(preview.lines.map(({ vatCode, net }: Record<string, string>) => [vatCode, net])).toEqual([
    ['HOOG_VERK_21', '827.29'],
    ['LAAG_VERK_9', '918.58'],
  ])
  const final = await finalize(person, saved)
  expect(final.totals).toEqual(saved.totals)
  await booked(person, final)
  expect(sums(person)).toEqual({ HOOG_VERK_21: [82_729, 17_373], LAAG_VERK_9: [91_858, 8_267] })
  const ubl = (await person.as('GET', `/api/invoices/${final.id}/ubl`)).body
  expect(ubl).toContain('<cbc:AllowanceChargeReason>vaste klant</cbc:AllowanceChargeReason>')
  expect(ubl).toContain('<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>')
  expect(ubl).toContain('<cbc:AllowanceTotalAmount currencyID="EUR">91.23</cbc:AllowanceTotalAmount>')
  expect(ubl).toContain('<cbc:ChargeTotalAmount currencyID="EUR">12.50</cbc:ChargeTotalAmount>')
  expect(ubl).toContain('<cbc:PayableAmount currencyID="EUR">2002.27</cbc:PayableAmount>')
  expect((await person.as('GET', `/api/invoices/${final.id}/pdf`)).statusCode).toBe(200)
})

test.each([false, true])(
  'credits in parts take every discount back, to the cent (with VAT: %s)',
  async (pricesIncludeVat) => {
    const person = await linkedPerson(api)
    const invoice = await finalize(person, await draft(person, { pricesIncludeVat }))
    const path = `/api/invoices/${invoice.id}/credit-notes`
    const parts = [
      { lines: [{ position: 1, quantity: '1' }] },
      {
        lines: [
          { position: 0, quantity: '7.3' },
          { position: 2, quantity: '11' },
        ],
      },
      {},
    ]
    for (const part of parts) {
      const preview = (await person.as('POST', `${path}/preview`, part)).json()
      const made = (await person.as('POST', path, part)).json().creditNote
      expect(made.totals).toEqual(preview.totals)
      await booked(person, made)
    }
    await booked(person, invoice)
    const left = (await person.as('GET', `/api/invoices/${invoice.id}`)).json()
    expect(left.leftToCredit).toBe('0.00')
    const held = Object.values(sums(person))
    expect(held.map(([, vat]) => vat)).toEqual(held.map(() => 0))
    expect(held.reduce((sum, [net]) => sum + net, 0)).toBe(0)
  },
)

test('a copy has the same discounts', async () => {
  const person = await linkedPerson(api)
  const invoice = await finalize(person, await draft(person))
  const copy = (await person.as('POST', `/api/invoices/${invoice.id}/copies`)).json()
  expect(copy.totals).toEqual(invoice.totals)
  expect(copy.allowances).toEqual(invoice.allowances)
  expect(copy.lines.map(({ allowances }: { allowances: unknown }) => allowances)).toEqual(
    invoice.lines.map(({ allowances }: { allowances: unknown }) => allowances),
  )
})

test('a discount that cannot be is said at its field, before anything is saved', async () => {
  const person = await linkedPerson(api)
  const customerId = (await person.as('POST', '/api/customers', company)).json().id
  const [line] = content.lines
  const wrong = {
    ...draftFor(customerId),
    lines: [{ ...line, allowances: [{ percentage: '120' }] }],
    allowances: [{ amount: '2000' }, { percentage: '5', amount: '5' }],
  }
  const fields = [
    { path: 'lines.0.allowances.0.percentage', code: 'discount_too_large' },
    { path: 'allowances.1.amount', code: 'allowance_twofold' },
  ]
  expect((await person.as('POST', '/api/invoices', wrong)).json()).toMatchObject({ status: 422, fields })
  const preview = (await person.as('POST', '/api/invoices/preview', wrong)).json()
  expect(preview).toMatchObject({ totals: null, problems: fields })
  const beyond = { ...wrong, lines: [line], allowances: [{ amount: '960.01' }] }
  expect((await person.as('POST', '/api/invoices', beyond)).json()).toMatchObject({
    fields: [{ path: 'allowances.0.amount', code: 'discount_beyond_amount' }],
  })
})

test('where prices include VAT, the API says the base that is printed and booked, and the cents beside it', async () => {
  const person = await linkedPerson(api)
  const lines = [{ description: 'Taart', quantity: '1', unitPrice: '10.00', vatTreatment: 'high' }]
  const { totals } = await draft(person, { pricesIncludeVat: true, lines, allowances: [] })
  expect(totals).toMatchObject({
    net: '8.26',
    vat: '1.74',
    gross: '10.00',
    taxable: '8.27',
    rounding: '-0.01',
    perTreatment: [{ taxable: '8.27', vat: '1.74' }],
  })
})
