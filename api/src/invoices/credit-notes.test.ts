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

const lines = [{ description: 'Kraan', quantity: '10', unitPrice: '10.33', vatTreatment: 'high' }]

async function final({ as }: Person, more: object = {}) {
  const customerId = (await as('POST', '/api/customers', company)).json().id
  const { id } = (
    await as('POST', '/api/invoices', { ...draftFor(customerId), pricesIncludeVat: false, lines, ...more })
  ).json()
  return (await as('POST', `/api/invoices/${id}/finalization`)).json()
}

const booked = (person: Person, id: string) =>
  expect
    .poll(async () => (await person.as('GET', `/api/invoices/${id}`)).json().books)
    .toMatchObject({ state: 'booked' })

test('credits in parts are mutations of their own, together the exact negative, to the cent', async () => {
  const person = await linkedPerson(api)
  const invoice = await final(person)
  const path = `/api/invoices/${invoice.id}/credit-notes`
  const part = { lines: [{ position: 0, quantity: '3' }], description: 'Drie teruggenomen' }
  const preview = (await person.as('POST', `${path}/preview`, part)).json()
  expect(preview).toMatchObject({ totals: { gross: '-37.50' }, problems: [] })
  const first = (await person.as('POST', path, part)).json().creditNote
  expect(first).toMatchObject({ number: preview.number, credits: { id: invoice.id }, leftToCredit: '0.00' })
  expect((await person.as('GET', `/api/invoices/${invoice.id}`)).json()).toMatchObject({
    leftToCredit: '87.49',
    stillToPay: '87.49',
    lines: [{ left: '7' }],
    creditNotes: [{ id: first.id, number: first.number, gross: '-37.50' }],
  })
  const said = (await person.as('POST', `/api/invoices/${invoice.id}/messages/preview`, {})).json()
  expect(said.text).toContain('Te betalen: € 87,49')
  const open = (await person.as('GET', '/api/invoices')).json().items
  expect(open.map(({ stillToPay }: { stillToPay: string }) => stillToPay).sort()).toEqual(['0.00', '87.49'])
  const rest = (await person.as('POST', path, {})).json().creditNote
  expect(rest.totals).toMatchObject({ net: '-72.31', vat: '-15.18', gross: '-87.49' })
  for (const { id } of [invoice, first, rest]) await booked(person, id)
  const { mutations } = person.books()
  const sumOf = (key: 'amountExcl' | 'amountVat' | 'amountIncl') =>
    mutations
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + Math.round(Number(line[key]) * 100), 0)
  expect([sumOf('amountExcl'), sumOf('amountVat'), sumOf('amountIncl')]).toEqual([0, 0, 0])
  expect(mutations.map(({ description }) => description)).toContainEqual(
    expect.stringContaining(`Creditfactuur ${first.number} bij ${invoice.number}`),
  )
  const listed = (await person.as('GET', '/api/invoices')).json().items
  expect(listed.filter((it: { isCreditNote: boolean }) => it.isCreditNote)).toHaveLength(2)
})

test('what cannot be credited is said at its line, and nothing is made', async () => {
  const person = await linkedPerson(api)
  const invoice = await final(person)
  const path = `/api/invoices/${invoice.id}/credit-notes`
  const tooMuch = { lines: [{ position: 0, quantity: '11' }] }
  const problem = { path: 'lines.0.quantity', code: 'credit_too_much' }
  expect((await person.as('POST', `${path}/preview`, tooMuch)).json()).toMatchObject({
    totals: null,
    problems: [problem],
  })
  expect((await person.as('POST', path, tooMuch)).json()).toMatchObject({ status: 422, fields: [problem] })
  const day = (await person.as('POST', path, { invoiceDate: '2026-02-30' })).json()
  expect(day.fields).toMatchObject([{ path: 'invoiceDate', code: 'date_invalid' }])
  const note = (await person.as('POST', path, {})).json().creditNote
  const ofNote = await person.as('POST', `/api/invoices/${note.id}/credit-notes`, {})
  expect(ofNote.json()).toMatchObject({ status: 409, code: 'not_creditable' })
})

test('credit and again is one step: the note, and a draft with the same content', async () => {
  const person = await linkedPerson(api)
  const invoice = await final(person)
  const { creditNote, draft } = (
    await person.as('POST', `/api/invoices/${invoice.id}/credit-notes`, { again: true })
  ).json()
  expect(creditNote.totals.gross).toBe(`-${invoice.totals.gross}`)
  expect(draft).toMatchObject({ state: 'draft', lines: [{ description: 'Kraan', quantity: '10' }] })
  const ubl = await person.as('GET', `/api/invoices/${creditNote.id}/ubl`)
  expect(ubl.body).toContain('<CreditNote ')
  expect(ubl.body).toContain(`<cbc:ID>${invoice.number}</cbc:ID>`)
  const pdf = await person.as('GET', `/api/invoices/${creditNote.id}/pdf`)
  expect(pdf.headers['content-disposition']).toContain(`creditfactuur-${creditNote.number}.pdf`)
})

test('a copy has the rates of today, whenever its original was supplied', async () => {
  const person = await linkedPerson(api)
  const invoice = await final(person, {
    supply: { from: '2018-11-01', until: '2018-11-30' },
    lines: [{ description: 'Kraan', quantity: '1', unitPrice: '100', vatTreatment: 'low' }],
  })
  expect(invoice.lines).toMatchObject([{ vatRate: '6' }])
  const copy = (await person.as('POST', `/api/invoices/${invoice.id}/copies`)).json()
  expect(copy).toMatchObject({ supply: null, lines: [{ vatRate: '9' }], totals: { vat: '9.00' } })
})

test('a credit note of an invoice of tomorrow is of tomorrow, too', async () => {
  const person = await linkedPerson(api)
  const invoice = await final(person, { invoiceDate: '2049-12-30' })
  const { creditNote } = (await person.as('POST', `/api/invoices/${invoice.id}/credit-notes`, {})).json()
  expect(creditNote.invoiceDate).toBe('2049-12-30')
})

test('what the books refused is not credited: they would hold the credit note alone', async () => {
  const person = await linkedPerson(api)
  api.sandbox.faults.add({ kind: 'period_closed', administration: person.administration.guid })
  const invoice = await final(person)
  await expect
    .poll(async () => (await person.as('GET', `/api/invoices/${invoice.id}`)).json().books)
    .toMatchObject({ state: 'failed' })
  const answer = await person.as('POST', `/api/invoices/${invoice.id}/credit-notes`, {})
  expect(answer.statusCode).toBe(422)
  expect(answer.json().fields).toMatchObject([{ path: 'lines', code: 'credit_of_failed' }])
  const preview = await person.as('POST', `/api/invoices/${invoice.id}/credit-notes/preview`, {})
  expect(preview.json().problems).toMatchObject([{ path: 'lines' }])
})

test('a credit note of what is not booked yet waits for it, and says so before it is made and after', async () => {
  const person = await linkedPerson(api)
  const { guid: administration } = person.administration
  const operation = 'AddMutatie'
  api.sandbox.faults.add({ kind: 'http_error', status: 500, moment: 'before', operation, administration })
  const invoice = await final(person)
  const path = `/api/invoices/${invoice.id}/credit-notes`
  expect((await person.as('POST', `${path}/preview`, {})).json().waits).toContain('nog onderweg')
  const { creditNote } = (await person.as('POST', path, {})).json()
  const books = async () => (await person.as('GET', `/api/invoices/${creditNote.id}`)).json().books
  const waiting = {
    state: 'waiting',
    cause: { code: 'credited_not_booked_yet' },
    nextTryAt: expect.any(String),
  }
  await expect.poll(books).toMatchObject(waiting)
})

test('a copy is a draft of today, of a credit note the right way round', async () => {
  const person = await linkedPerson(api)
  const invoice = await final(person)
  const { creditNote } = (await person.as('POST', `/api/invoices/${invoice.id}/credit-notes`, {})).json()
  for (const id of [invoice.id, creditNote.id]) {
    const copy = await person.as('POST', `/api/invoices/${id}/copies`)
    expect(copy.statusCode).toBe(201)
    expect(copy.json()).toMatchObject({ state: 'draft', number: null, lines: [{ quantity: '10' }] })
  }
})
