import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
})
afterAll(() => api.close())

const consumer = {
  kind: 'person',
  name: 'Erika Muster',
  address: 'Weg 1',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
}

async function shop() {
  const { as } = await linkedPerson(api)
  const idOf = async (customer: object) => (await as('POST', '/api/customers', customer)).json().id
  const [german, dutch] = [await idOf(consumer), await idOf(company)]
  const sold = (unitPrice: string, changes: object = {}) => {
    const draft = draftFor(german)
    const lines = draft.lines.slice(0, 1).map((line) => ({ ...line, quantity: '1', unitPrice }))
    return { ...draft, invoiceDate: '2026-11-22', lines, ...changes }
  }
  const said = async (content: object): Promise<string | null> =>
    (await as('POST', '/api/invoices/preview', content)).json().booking.distanceSale
  const finalize = async (content: object, body?: object) => {
    const { id } = (await as('POST', '/api/invoices', content)).json()
    return { id, answer: await as('POST', `/api/invoices/${id}/finalization`, body) }
  }
  return { as, dutch, finalize, said, sold }
}

test('sales to consumers elsewhere in the EU are asked about once a year of them passes the threshold', async () => {
  const { as, dutch, finalize, said, sold } = await shop()
  expect(await said(sold('10000'))).toBeNull()
  const { id } = await finalize(sold('9999'))
  expect(await said(sold('1'))).toBeNull()
  expect(await said(sold('1.01'))).toMatch(
    /in 2026 aan particulieren.*€\s10\.000,01 zonder btw\. Boven €\s10\.000,00 per jaar/,
  )
  expect(await said(sold('500', { customerId: dutch }))).toBeNull()
  await as('POST', `/api/invoices/${id}/credit-notes`, {})
  expect(await said(sold('5000'))).toBeNull()
})

test('such an invoice is final only when it is said to be for something else, and takes no number before', async () => {
  const { as, finalize, said, sold } = await shop()
  const { answer: refused, id } = await finalize(sold('10000.01'))
  expect(refused.json()).toMatchObject({
    code: 'invalid_fields',
    fields: [{ path: 'notDistanceSale', code: 'distance_sale_elsewhere' }],
  })
  expect((await as('GET', `/api/invoices/${id}/booking-preview`)).json()).toMatchObject({
    blockers: [],
    distanceSale: expect.stringContaining('Unieregeling'),
  })
  const final = await as('POST', `/api/invoices/${id}/finalization`, { notDistanceSale: true })
  expect(final.json()).toMatchObject({ state: 'final', number: expect.stringMatching(/-0001$/) })
  // A year above it counts for the next one too, from the first invoice, and not for the one after.
  expect(await said(sold('1', { invoiceDate: '2027-01-02' }))).toMatch(/^Wat u in 2026 .* was €\s10\.000,01/)
  expect(await said(sold('1', { invoiceDate: '2028-01-02' }))).toBeNull()
  // Taking back is never held up.
  expect((await as('POST', `/api/invoices/${id}/credit-notes`, {})).statusCode).toBe(201)
})
