import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, draftFor, ownCompany, signUpAnew, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

type Person = Awaited<ReturnType<typeof signUpAnew>>

async function savedDraft(person: Person, change: object = {}): Promise<string> {
  const customer = (await person.as('POST', '/api/customers', company)).json()
  return (await person.as('POST', '/api/invoices', { ...draftFor(customer.id), ...change })).json().id
}

const blockersOf = async (person: Person, id: string) =>
  (await person.as('GET', `/api/invoices/${id}/booking-preview`)).json().blockers

test('what the law wants of the sender blocks the first final invoice, field by field, until it is there', async () => {
  const person = await signUpAnew(api.app)
  const steps = async () => (await person.as('GET', '/api/overview')).json().steps
  expect(await steps()).toMatchObject({ companyComplete: false })
  const id = await savedDraft(person)
  const missing = [
    { path: 'organization.address', code: 'own_address_missing' },
    { path: 'organization.postalCode', code: 'own_address_missing' },
    { path: 'organization.city', code: 'own_address_missing' },
    { path: 'organization.kvkNumber', code: 'own_kvk_number_missing' },
    { path: 'organization.vatNumber', code: 'own_vat_number_missing' },
  ]
  expect(await blockersOf(person, id)).toMatchObject(missing)
  const refused = await person.as('POST', `/api/invoices/${id}/finalization`)
  expect(refused.json()).toMatchObject({ status: 422, code: 'invalid_fields', fields: missing })

  await person.as('PUT', '/api/organization', { ...ownCompany, name: 'Bakkerij De Proef' })
  expect(await steps()).toMatchObject({ companyComplete: true })
  expect(await blockersOf(person, id)).toEqual([])
  expect((await person.as('POST', `/api/invoices/${id}/finalization`)).statusCode).toBe(201)
})

test('under the small businesses scheme a new line charges nothing, and no VAT number is asked', async () => {
  const person = await signUpAnew(api.app)
  const scheme = { vatNumber: null, vatScheme: 'small_business_scheme' }
  await person.as('PUT', '/api/organization', { ...ownCompany, ...scheme, name: 'Klein' })
  const customer = (await person.as('POST', '/api/customers', company)).json()
  const { suggestedVatTreatment } = (await person.as('GET', `/api/customers/${customer.id}`)).json()
  expect(suggestedVatTreatment).toBe('small_business_scheme')
  const line = { description: 'Les', quantity: '1', unitPrice: '300', vatTreatment: suggestedVatTreatment }
  const id = await savedDraft(person, { lines: [line] })
  expect(await blockersOf(person, id)).toEqual([])
  const charged = await savedDraft(person)
  const preview = (await person.as('GET', `/api/invoices/${charged}/booking-preview`)).json()
  expect(preview.notes).toEqual(expect.arrayContaining([expect.stringContaining('KOR')]))
})

test('without an account to pay to the invoice can be final, and that it is missing is said', async () => {
  const person = await signUpAnew(api.app)
  await person.as('PUT', '/api/organization', { ...ownCompany, name: 'Contant', iban: null })
  const id = await savedDraft(person)
  const preview = (await person.as('GET', `/api/invoices/${id}/booking-preview`)).json()
  expect(preview.blockers).toEqual([])
  expect(preview.notes).toEqual(expect.arrayContaining([expect.stringContaining('IBAN')]))
})

test.each([
  [{ country: 'DE', city: 'Berlin', postalCode: '10115' }, 'zonder btw-nummer'],
  [{ address: 'Postbus 12' }, 'waar de klant zit'],
])('a customer with %o is no reason to wait, and is said to be odd', async (change, note) => {
  const person = await signUpAnew(api.app)
  await person.as('PUT', '/api/organization', { ...ownCompany, name: 'Let op' })
  const customer = (await person.as('POST', '/api/customers', { ...company, ...change })).json()
  const { id } = (await person.as('POST', '/api/invoices', draftFor(customer.id))).json()
  const preview = (await person.as('GET', `/api/invoices/${id}/booking-preview`)).json()
  expect(preview).toMatchObject({
    blockers: [],
    notes: expect.arrayContaining([expect.stringContaining(note)]),
  })
})

test.each([
  [{ iban: 'NL00ABNA0417164300' }, 'iban', 'iban_invalid'],
  [{ vatNumber: 'ONBEKEND' }, 'vatNumber', 'vat_number_invalid'],
  [{ kvkNumber: '123' }, 'kvkNumber', 'kvk_number_invalid'],
  [{ accountName: 'x'.repeat(71) }, 'accountName', 'too_long'],
])('%o is refused at its field', async (change, path, code) => {
  const person = await signUpAnew(api.app)
  const answer = await person.as('PUT', '/api/organization', { ...ownCompany, name: 'Fout', ...change })
  expect(answer.json().fields).toEqual([expect.objectContaining({ path, code })])
  // It is about who reads it, and nobody else.
  expect(answer.json().fields[0].message).not.toMatch(/klant/)
})

/** One dot of red. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

test('a logo and a colour stand on what is made from then on, and what is final keeps its own', async () => {
  const person = await signUpAnew(api.app)
  await person.as('PUT', '/api/organization', { ...ownCompany, name: 'Bakkerij', accentColor: 'A8481C' })
  expect((await person.as('GET', '/api/organization')).json()).toMatchObject({
    accentColor: '#a8481c',
    logoId: null,
  })
  expect((await person.as('GET', '/api/organization/logo')).statusCode).toBe(404)
  const first = (await person.as('PUT', '/api/organization/logo', { data: dot })).json().logoId
  const picture = await person.as('GET', '/api/organization/logo')
  expect([picture.headers['content-type'], picture.rawPayload.subarray(1, 4).toString()]).toEqual([
    'image/png',
    'PNG',
  ])
  // The rest of the profile is filled in without knowing of the logo.
  await person.as('PUT', '/api/organization', { ...ownCompany, name: 'Bakkerij' })
  const id = await savedDraft(person)
  expect((await person.as('POST', `/api/invoices/${id}/finalization`)).statusCode).toBe(201)
  const pdf = (await person.as('GET', `/api/invoices/${id}/pdf`)).rawPayload
  const removed = await person.as('DELETE', '/api/organization/logo')
  expect(removed.json()).toMatchObject({ logoId: null })
  expect(first).toEqual(expect.any(String))
  expect((await person.as('GET', `/api/invoices/${id}/pdf`)).rawPayload.equals(pdf)).toBe(true)
  const { rows } = await api.database
    .database('owner')
    .pool.query('select id from logos where id = $1', [first])
  expect(rows).toHaveLength(1)
})

test('a logo that is none is refused at its field, and so is a colour; the one before stays', async () => {
  const person = await signUpAnew(api.app)
  await person.as('PUT', '/api/organization/logo', { data: dot })
  const svg = Buffer.from('<svg/>').toString('base64')
  expect((await person.as('PUT', '/api/organization/logo', { data: svg })).json()).toMatchObject({
    status: 422,
    fields: [{ path: 'data', code: 'logo_format' }],
  })
  expect((await person.as('GET', '/api/organization/logo')).statusCode).toBe(200)
  const coloured = { ...ownCompany, name: 'Bakkerij', accentColor: 'rood' }
  expect((await person.as('PUT', '/api/organization', coloured)).json()).toMatchObject({
    fields: [{ path: 'accentColor', code: 'colour_invalid' }],
  })
})
