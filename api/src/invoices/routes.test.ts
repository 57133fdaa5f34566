import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

async function draft(change: object = {}) {
  const answer = await person.as('POST', '/api/invoices', { ...draftFor(customerId), ...change })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

describe('a draft', () => {
  test('is saved with totals to the cent, read, changed and deleted', async () => {
    const saved = await draft()
    expect(saved).toMatchObject({
      state: 'draft',
      number: null,
      customerName: company.name,
      dueDate: '2026-12-22',
      lines: [{ amount: '150.00' }, { amount: '20.00' }],
      totals: {
        net: '170.00',
        vat: '33.30',
        gross: '203.30',
        perTreatment: [
          { vatTreatment: 'high', rate: '21', net: '150.00', vat: '31.50', gross: '181.50' },
          { vatTreatment: 'low', rate: '9', net: '20.00', vat: '1.80', gross: '21.80' },
        ],
      },
      books: { state: 'none' },
    })
    const url = `/api/invoices/${saved.id}`
    expect((await person.as('GET', url)).json()).toEqual(saved)
    const changed = await person.as('PUT', url, {
      ...draftFor(customerId),
      paymentTermDays: 8,
      revision: saved.revision,
    })
    expect(changed.json()).toMatchObject({ paymentTermDays: 8, revision: saved.revision + 1 })
    const late = await person.as('PUT', url, { ...draftFor(customerId), revision: saved.revision })
    expect(late.json()).toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect((await person.as('DELETE', url)).statusCode).toBe(204)
    expect((await person.as('GET', url)).statusCode).toBe(404)
  })

  test.each([
    [{ invoiceDate: '1979-12-31' }, 'invoiceDate', 'date_out_of_range'],
    [{ invoiceDate: '2051-01-01' }, 'invoiceDate', 'date_out_of_range'],
    [{ invoiceDate: '2026-02-30' }, 'invoiceDate', 'date_invalid'],
    [{ paymentTermDays: -1 }, 'paymentTermDays', 'payment_term_invalid'],
    [
      { lines: [{ description: 'x', quantity: '1', unitPrice: '1000000000000', vatTreatment: 'high' }] },
      'lines.0.unitPrice',
      'amount_too_large',
    ],
    [
      { lines: [{ description: 'x', quantity: '1,5', unitPrice: '1', vatTreatment: 'high' }] },
      'lines.0.quantity',
      'quantity_invalid',
    ],
    [
      { lines: [{ description: 'x', quantity: '1', unitPrice: '1', vatTreatment: 'tall' }] },
      'lines.0.vatTreatment',
      'vat_treatment_unknown',
    ],
    [{ description: 'x'.repeat(1001) }, 'description', 'too_long'],
  ])('with %j is refused at the field', async (change, path, code) => {
    const answer = await person.as('POST', '/api/invoices', { ...draftFor(customerId), ...change })
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.json().fields).toEqual([expect.objectContaining({ path, code })])
    expect(answer.json().fields[0].message).toMatch(/\.$/)
  })

  test('with a field nobody knows is refused, in the language of the request', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/invoices',
      headers: { cookie: person.cookie, 'accept-language': 'en-GB,en;q=0.9' },
      payload: { ...draftFor(customerId), currency: 'USD' },
    })
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'invalid_request',
      fields: [{ path: 'currency', code: 'unknown_field', message: 'There is no such field.' }],
    })
  })

  test('with <&"\' and emoji comes back as it was entered', async () => {
    const description = `Fish & <chips> "groot" 'extra' 🐟${'é'.repeat(300)}`
    expect((await draft({ description })).description).toBe(description)
  })
})

describe('making final', () => {
  test('draws the next number and freezes; a second time says that it is final, and which', async () => {
    const { id, revision } = await draft()
    const url = `/api/invoices/${id}/finalization`
    const final = await person.as('POST', url, { revision })
    expect(final.statusCode, final.body).toBe(201)
    expect(final.json()).toMatchObject({ state: 'final', books: { state: 'not_connected' } })
    expect(final.json().number).toMatch(/^2026-\d{4}$/)
    const again = await person.as('POST', url)
    expect(again.json()).toMatchObject({ status: 409, code: 'already_final', invoiceId: id })
    const change = await person.as('PUT', `/api/invoices/${id}`, {
      ...draftFor(customerId),
      revision: revision + 1,
    })
    expect(change.json()).toMatchObject({ status: 409, code: 'already_final' })
    expect((await person.as('DELETE', `/api/invoices/${id}`)).json()).toMatchObject({ code: 'already_final' })
    const log = await person.as('GET', '/api/activities?filter=invoices')
    expect(log.json().items[0]).toMatchObject({ subject: { type: 'invoice', id }, amount: '203.30' })
  })

  test('of one draft from two browsers at once gives one number, and no gap', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => draft()))
    const answers = await Promise.all(
      drafts.flatMap(({ id }) => [1, 2, 3].map(() => person.as('POST', `/api/invoices/${id}/finalization`))),
    )
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([
      ...Array(4).fill(201),
      ...Array(8).fill(409),
    ])
    const numbers = answers
      .filter(({ statusCode }) => statusCode === 201)
      .map((answer) => Number(answer.json().number.slice(5)))
      .sort((one, other) => one - other)
    const [first = 0] = numbers
    expect(numbers).toEqual([0, 1, 2, 3].map((step) => first + step))
  })

  test.each([
    [{ lines: [] }, 'lines', 'no_lines'],
    [
      { lines: [{ description: '', quantity: '1', unitPrice: '1', vatTreatment: 'high' }] },
      'lines.0.description',
      'required',
    ],
  ])('with %j is refused at the field, and stays a draft', async (change, path, code) => {
    const { id } = await draft(change)
    const answer = await person.as('POST', `/api/invoices/${id}/finalization`)
    expect(answer.json()).toMatchObject({ status: 422, fields: [{ path, code }] })
    expect((await person.as('GET', `/api/invoices/${id}`)).json().state).toBe('draft')
  })

  test('for a customer without address is refused, with the field of the customer', async () => {
    const nameOnly = await person.as('POST', '/api/customers', { kind: 'person', name: 'Jan' })
    const { id } = await draft({ customerId: nameOnly.json().id })
    const answer = await person.as('POST', `/api/invoices/${id}/finalization`)
    expect(answer.json().fields).toContainEqual(
      expect.objectContaining({ path: 'customer.address', code: 'customer_address_missing' }),
    )
  })

  test('of an outdated revision is refused', async () => {
    const { id, revision } = await draft()
    await person.as('PUT', `/api/invoices/${id}`, { ...draftFor(customerId), paymentTermDays: 8, revision })
    const answer = await person.as('POST', `/api/invoices/${id}/finalization`, { revision })
    expect(answer.json()).toMatchObject({ status: 409, code: 'changed_meanwhile' })
  })
})

describe('the preview', () => {
  test('shows the mutation of a draft and what blocks it', async () => {
    const { id } = await draft()
    const preview = await person.as('GET', `/api/invoices/${id}/booking-preview`)
    expect(preview.json()).toMatchObject({
      connectionState: 'none',
      date: '2026-11-22',
      relation: { name: company.name, isNew: true },
      debtorsAccount: { code: '1300' },
      totalGross: '203.30',
      lines: [
        {
          account: { code: '8000' },
          vatCode: 'HOOG_VERK_21',
          vatReturnBox: '1a',
          net: '150.00',
          vat: '31.50',
        },
        { account: { code: '8000' }, vatCode: 'LAAG_VERK_9', vatReturnBox: '1b', net: '20.00', vat: '1.80' },
      ],
      blockers: [],
    })
  })

  test('of prices in the other manner keeps what is to be paid, and stores nothing', async () => {
    const { lines, ...rest } = draftFor(customerId)
    const answer = await person.as('POST', '/api/invoices/conversions', {
      ...rest,
      lines: lines.slice(0, 1).map((line) => ({ ...line, quantity: '1', unitPrice: '27.50' })),
    })
    expect(answer.json()).toEqual({
      pricesIncludeVat: true,
      lines: [{ unitPrice: '33.275', allowances: [] }],
      allowances: [],
      before: '33.28',
      after: '33.28',
    })
    const endless = lines.slice(0, 1).map((line) => ({ ...line, quantity: '1e309' }))
    const wrong = await person.as('POST', '/api/invoices/conversions', { ...rest, lines: endless })
    expect(wrong.json().fields).toMatchObject([{ path: 'lines.0.quantity' }])
  })

  test('of unsaved content gives totals, names problems, and stores nothing', async () => {
    const before = (await person.as('GET', '/api/invoices')).json().items.length
    const good = await person.as('POST', '/api/invoices/preview', {
      ...draftFor(customerId),
      pricesIncludeVat: true,
    })
    expect(good.json()).toMatchObject({
      totals: { gross: '170.00' },
      problems: [],
      booking: { totalGross: '170.00' },
    })
    const bad = await person.as('POST', '/api/invoices/preview', {
      ...draftFor(customerId),
      customerId: null,
      invoiceDate: '',
    })
    expect(bad.json()).toMatchObject({
      totals: null,
      booking: null,
      problems: [{ path: 'customerId' }, { path: 'invoiceDate', code: 'required' }],
    })
    expect((await person.as('GET', '/api/invoices')).json().items).toHaveLength(before)
  })
})

describe('the documents', () => {
  test('what cannot be set on paper is named at its field, before and when it is made final', async () => {
    const content = draftFor(customerId)
    const lines = content.lines.map((line) => ({ ...line, description: 'Ketel ᚠ 東京' }))
    const saved = await person.as('POST', '/api/invoices', { ...content, lines })
    const { id } = saved.json()
    const field = { path: 'lines.0.description', code: 'character_not_printable' }
    const preview = await person.as('GET', `/api/invoices/${id}/booking-preview`)
    expect(preview.json().blockers).toContainEqual(expect.objectContaining(field))
    const answer = await person.as('POST', `/api/invoices/${id}/finalization`)
    expect(answer.json()).toMatchObject({ status: 422, code: 'invalid_fields' })
    expect(answer.json().fields).toContainEqual({
      ...field,
      message: 'Dit kan niet op de factuur worden gezet: ᚠ Haal het weg of schrijf het anders.',
    })
    expect((await person.as('GET', `/api/invoices/${id}`)).json()).toMatchObject({
      state: 'draft',
      number: null,
    })
  })

  test('before an invoice is final its e-invoice is said to lack what it lacks', async () => {
    const { id } = await draft()
    const { notes } = (await person.as('GET', `/api/invoices/${id}/booking-preview`)).json()
    expect(notes.join()).toContain('het KvK-nummer van de klant')
  })

  test('are a PDF, of a draft too, and a UBL of what is final', async () => {
    const { id } = await draft()
    const concept = await person.as('GET', `/api/invoices/${id}/pdf`)
    expect(concept.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await person.as('GET', `/api/invoices/${id}/ubl`)).json()).toMatchObject({ code: 'not_final' })
    const final = await person.as('POST', `/api/invoices/${id}/finalization`)
    const ubl = await person.as('GET', `/api/invoices/${id}/ubl`)
    expect(ubl.headers['content-type']).toMatch(/^application\/xml/)
    expect(ubl.body).toContain(final.json().number)
    const pdf = await person.as('GET', `/api/invoices/${id}/pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.headers['content-disposition']).toBe(`inline; filename="factuur-${final.json().number}.pdf"`)
  })
})

test('the list filters, searches, and comes in pages', async () => {
  const other = await signUp(api.app)
  const id = (await other.as('POST', '/api/customers', company)).json().id
  for (const description of ['appel', 'peer', 'appel en peer']) {
    await other.as('POST', '/api/invoices', { ...draftFor(id), description })
  }
  expect((await other.as('GET', '/api/invoices?search=appel')).json().items).toHaveLength(2)
  expect((await other.as('GET', '/api/invoices?state=final')).json().items).toEqual([])
  expect((await other.as('GET', '/api/invoices?books=none')).json().items).toHaveLength(3)
  const first = (await other.as('GET', '/api/invoices?limit=2')).json()
  const second = (await other.as('GET', `/api/invoices?limit=2&cursor=${first.nextCursor}`)).json()
  expect([...first.items, ...second.items]).toHaveLength(3)
  expect(second.nextCursor).toBeNull()
  expect((await other.as('GET', '/api/invoices?cursor=abc')).json()).toMatchObject({ code: 'invalid_cursor' })
  expect((await other.as('GET', '/api/invoices?limit=0')).json()).toMatchObject({ code: 'invalid_request' })
})
