import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor } from '../testing/test-api.ts'

let api: LinkedApi
let person: Awaited<ReturnType<typeof linkedPerson>>

beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
  person = await linkedPerson(api)
})
afterAll(() => api.close())

const dutch = { ...company, vatNumber: 'NL000099998B57' }
const belgian = { ...company, country: 'BE', postalCode: '2800', city: 'Mechelen', vatNumber: 'BE0403170701' }
const american = { ...company, country: 'US', postalCode: null, city: 'Springfield', vatNumber: null }

const line = (vatTreatment: string, vatRate: string | null = null) => ({
  description: 'Werk',
  quantity: '1',
  unitPrice: '100.00',
  vatTreatment,
  vatRate,
})

async function customerOf(content: object): Promise<string> {
  return (await person.as('POST', '/api/customers', content)).json().id
}

async function saved(customer: object, change: object) {
  const answer = await person.as('POST', '/api/invoices', {
    ...draftFor(await customerOf(customer)),
    ...change,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

describe('each treatment becomes one mutation under its own code, with what the law wants in the e-invoice', () => {
  test.each([
    [dutch, line('high'), 'HOOG_VERK_21', '21.00', 'S', null],
    [dutch, line('low'), 'LAAG_VERK_9', '9.00', 'S', null],
    [dutch, line('zero'), 'GEEN', '0.00', 'Z', null],
    [dutch, line('other_rate', '13'), 'AFW_VERK', '13.00', 'S', null],
    [dutch, line('reverse_charge'), 'VERL_VERK', '0.00', 'AE', 'Btw verlegd'],
    [dutch, line('reverse_charge_low'), 'VERL_VERK_L9', '0.00', 'AE', 'Btw verlegd'],
    [belgian, line('eu_goods'), 'BI_EU_VERK', '0.00', 'K', 'Intracommunautaire levering, btw 0%'],
    [belgian, line('eu_services'), 'BI_EU_VERK_D', '0.00', 'AE', 'Btw verlegd'],
    [american, line('outside_eu'), 'BU_EU_VERK', '0.00', 'G', 'Uitvoer buiten de EU, btw 0%'],
    [dutch, line('exempt'), 'GEEN', '0.00', 'E', 'Vrijgesteld van btw'],
  ])('%#: %o', async (customer, ofTreatment, code, vat, category, statement) => {
    const draft = await saved(customer, { lines: [ofTreatment] })
    const preview = (await person.as('GET', `/api/invoices/${draft.id}/booking-preview`)).json()
    expect(preview).toMatchObject({ blockers: [], lines: [{ vatCode: code, net: '100.00', vat }] })
    const final = await person.as('POST', `/api/invoices/${draft.id}/finalization`)
    expect(final.statusCode, final.body).toBe(201)
    const { number } = final.json()
    const mutation = () => person.books().mutations.find((it) => it.invoiceNumber === number)
    await expect.poll(mutation).toMatchObject({
      lines: [{ vatCode: code, amountExcl: '100.00', amountVat: vat }],
    })
    const ubl = (await person.as('GET', `/api/invoices/${draft.id}/ubl`)).body
    expect(ubl).toContain(`<cbc:TaxAmount currencyID="EUR">${vat}</cbc:TaxAmount>`)
    expect(ubl).toMatch(new RegExp(`<cac:TaxCategory>\\s*<cbc:ID>${category}</cbc:ID>`))
    if (statement !== null) expect(ubl).toContain(statement)
  })
})

describe('what the treatment needs and is not there blocks at its field', () => {
  test.each([
    [{ ...dutch, vatNumber: null }, 'reverse_charge', 'customer_vat_number_missing'],
    [{ ...belgian, vatNumber: null }, 'eu_goods', 'customer_vat_number_missing'],
    [dutch, 'eu_services', 'customer_vat_number_not_eu'],
    [american, 'eu_goods', 'customer_vat_number_missing'],
  ])('%o with %s: %s', async (customer, treatment, code) => {
    const draft = await saved(customer, { lines: [line(treatment)] })
    const preview = (await person.as('GET', `/api/invoices/${draft.id}/booking-preview`)).json()
    expect(preview.blockers).toEqual([expect.objectContaining({ path: 'customer.vatNumber', code })])
    const final = await person.as('POST', `/api/invoices/${draft.id}/finalization`)
    expect(final.json()).toMatchObject({
      code: 'invalid_fields',
      fields: [{ path: 'customer.vatNumber', code }],
    })
  })
})

test('the rate is that of the day, and the books are told which', async () => {
  const draft = await saved(dutch, { invoiceDate: '2018-12-31', lines: [line('low')] })
  expect(draft).toMatchObject({ lines: [{ vatRate: '6' }], totals: { vat: '6.00' } })
  const preview = (await person.as('GET', `/api/invoices/${draft.id}/booking-preview`)).json()
  expect(preview.lines).toMatchObject([{ vatCode: 'LAAG_VERK', vatRate: '6', vatReturnBox: '1b' }])
})

test('the rates of the law are told with their days', async () => {
  const { rates } = (await person.as('GET', '/api/vat-rates')).json()
  expect(rates).toContainEqual({ treatment: 'low', rate: '9', from: '2019-01-01', until: null })
  expect(rates).toContainEqual({ treatment: 'low', rate: '6', from: '1986-10-01', until: '2018-12-31' })
})

test('a customer comes with the treatment that a line for it most likely has', async () => {
  const suggested = async (customer: object) =>
    (await person.as('GET', `/api/customers/${await customerOf(customer)}`)).json().suggestedVatTreatment
  expect(await Promise.all([dutch, belgian, american].map(suggested))).toEqual([
    'high',
    'eu_services',
    'outside_eu',
  ])
})
