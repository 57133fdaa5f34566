import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, draftFor, signUp, signUpAnew, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
})
afterAll(() => api.close())

describe('a customer', () => {
  test('is made with what matters tidied, read, and changed', async () => {
    const made = await person.as('POST', '/api/customers', {
      ...company,
      name: '  Kroon Vastgoed B.V. ',
      postalCode: '8263bd',
      vatNumber: 'nl 1234.56.782.B12',
      email: '',
    })
    expect(made.statusCode, made.body).toBe(201)
    expect(made.json()).toMatchObject({ ...company, country: 'NL', email: null, revision: 1 })
    const url = `/api/customers/${made.json().id}`
    expect((await person.as('GET', url)).json()).toEqual({
      ...made.json(),
      relation: { state: 'none', relationId: null, code: null, cause: null, nextTryAt: null, mending: null },
      invoiceRecipients: [],
      suggestedVatTreatment: 'high',
    })
    const changed = await person.as('PUT', url, { ...company, city: 'Zwolle', revision: 1 })
    expect(changed.json()).toMatchObject({ city: 'Zwolle', revision: 2 })
    const late = await person.as('PUT', url, { ...company, revision: 1 })
    expect(late.json()).toMatchObject({ status: 409, code: 'changed_meanwhile' })
  })

  test.each([
    [{ name: '' }, 'name', 'required'],
    [{ name: 'x'.repeat(101) }, 'name', 'too_long'],
    [{ name: 'a\u0007b' }, 'name', 'character_not_allowed'],
    [{ postalCode: '12345' }, 'postalCode', 'postal_code_invalid'],
    [{ country: 'XX' }, 'country', 'country_unknown'],
    [{ email: 'geen adres' }, 'email', 'email_invalid'],
    [{ kvkNumber: '123' }, 'kvkNumber', 'kvk_number_invalid'],
    [{ postalAddress: { address: 'Postbus 1', city: '' } }, 'postalAddress.city', 'required'],
    [{ contacts: [{ name: 'Ilse', receivesInvoices: true }] }, 'contacts.0.email', 'contact_email_missing'],
    [{ oin: '12' }, 'oin', 'oin_invalid'],
    [{ peppolId: '0106' }, 'peppolId', 'peppol_id_invalid'],
    [{ paymentTermDays: -1 }, 'paymentTermDays', 'payment_term_invalid'],
    [{ vatTreatment: 'eu_goods' }, 'vatTreatment', 'vat_treatment_not_of_customer'],
    [{ vatNumber: 'NL123456789B12' }, 'vatNumber', 'vat_number_invalid'],
  ])('with %j is refused at the field', async (change, path, code) => {
    const answer = await person.as('POST', '/api/customers', { ...company, ...change })
    const { status, code: refusal, fields } = answer.json()
    expect({ status, refusal }).toEqual({ status: 422, refusal: 'invalid_fields' })
    expect(fields).toContainEqual(expect.objectContaining({ path, code }))
  })

  test('brings its agreements to its invoices: the term, the treatment, the languages and the e-invoice', async () => {
    const agreed = {
      ...company,
      paymentTermDays: 8,
      vatTreatment: 'low',
      language: 'de',
      kvkNumber: '12345678',
      peppolId: '0106 : 12345678',
      postalAddress: { address: 'Postbus 12', postalCode: '8260aa', city: 'Kampen' },
      contacts: [{ name: 'Ilse', email: 'ilse@kroon.example', receivesInvoices: true }],
    }
    const { id } = (await person.as('POST', '/api/customers', agreed)).json()
    expect((await person.as('GET', `/api/customers/${id}`)).json()).toMatchObject({
      peppolId: '0106:12345678',
      postalAddress: { postalCode: '8260 AA', country: 'NL' },
      contacts: [{ name: 'Ilse', phone: null, receivesInvoices: true }],
      invoiceRecipients: ['ilse@kroon.example'],
      suggestedVatTreatment: 'low',
    })
    const { paymentTermDays, ...draft } = draftFor(id)
    const made = (await person.as('POST', '/api/invoices', draft)).json()
    expect(made).toMatchObject({ paymentTermDays: 8, invoiceDate: '2026-11-22', dueDate: '2026-11-30' })
    const change = { ...draft, paymentTermDays: 21, revision: made.revision }
    const changed = await person.as('PUT', `/api/invoices/${made.id}`, change)
    expect(changed.json()).toMatchObject({ paymentTermDays: 21 })
    expect((await person.as('POST', `/api/invoices/${made.id}/finalization`)).statusCode).toBe(201)
    const ubl = await person.as('GET', `/api/invoices/${made.id}/ubl`)
    expect(ubl.body).toContain('urn:fdc:peppol.eu:2017:poacc:billing:3.0<')
    expect(ubl.body).toContain('<cbc:EndpointID schemeID="0106">12345678</cbc:EndpointID>')
    expect(ubl.body).toContain('Zahlbar innerhalb von 21 Tagen')
  })

  test('of a kind there is not is refused by shape', async () => {
    const answer = await person.as('POST', '/api/customers', { ...company, kind: 'robot' })
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ path: 'kind', code: 'invalid' }] })
  })

  test('with an id that is no UUID is refused by shape', async () => {
    expect((await person.as('GET', '/api/customers/1')).json()).toMatchObject({ code: 'invalid_request' })
  })

  test('is found by name, accents and case aside, in pages', async () => {
    const other = await signUp(api.app)
    for (const name of ['Café De Zwaan', 'Bloemen Bos', 'Zwanenburg']) {
      await other.as('POST', '/api/customers', { ...company, name })
    }
    const names = async (query: string) =>
      (await other.as('GET', `/api/customers?${query}`))
        .json()
        .items.map(({ name }: { name: string }) => name)
    expect(await names('')).toEqual(['Bloemen Bos', 'Café De Zwaan', 'Zwanenburg'])
    expect(await names('search=CAFE')).toEqual(['Café De Zwaan'])
    expect(await names('search=zwa')).toEqual(['Zwanenburg', 'Café De Zwaan'])
    expect(await names('limit=2')).toEqual(['Bloemen Bos', 'Café De Zwaan'])
  })
})

describe('the list as a file', () => {
  test('has every field of those that are found, and gives a spreadsheet no formula', async () => {
    const other = await signUp(api.app)
    const add = (more: object) => other.as('POST', '/api/customers', { ...company, ...more })
    await add({
      name: 'Café De Zwaan; "Zwolle"',
      phone: '+31 38 1234567',
      paymentTermDays: 14,
      language: 'de',
    })
    await add({ name: "'=1+1", kind: 'person' })
    await add({ name: 'Elders' })
    const zwaan = await other.as('GET', '/api/customers/csv?search=zwaan')
    expect(zwaan.headers['content-disposition']).toMatch(/filename="klanten-\d{4}-\d\d-\d\d.csv"$/)
    expect(zwaan.body.split('\r\n')).toEqual([
      expect.stringMatching(/^\ufeffNaam;Soort klant;Ter attentie van;Straat en nummer;/),
      `"Café De Zwaan; ""Zwolle""";Bedrijf;;Handelsweg 22;8263 BD;Kampen;NL;;'+31 38 1234567;;;14;Duits;;;;;;;;;`,
      '',
    ])
    const english = (await other.as('GET', '/api/customers/csv?language=en')).body.split('\r\n')
    expect(english).toHaveLength(5)
    expect(english).toContainEqual(expect.stringMatching(/^''=1\+1,Private person,/))
    const stranger = await signUp(api.app)
    expect((await stranger.as('GET', '/api/customers/csv')).body.split('\r\n')).toHaveLength(2)
  })
})

describe('the organization', () => {
  const profile = {
    name: 'Bakkerij Piet & Zn.',
    address: 'Dorpsstraat 1',
    postalCode: '1234 AB',
    city: 'Ons Dorp',
    country: 'NL',
    email: 'piet@example.nl',
    phone: '0612345678',
    kvkNumber: '12345678',
    vatNumber: null,
    iban: 'NL91ABNA0417164300',
    accountName: 'P. Bakker',
    vatScheme: 'ordinary',
    accentColor: null,
  }

  test('begins with its name alone, and keeps what it is given; its name changes everywhere', async () => {
    const other = await signUpAnew(api.app, 'Bakkerij Piet')
    const before = await other.as('GET', '/api/organization')
    expect(before.json()).toMatchObject({ id: other.organization.id, name: 'Bakkerij Piet', address: null })
    const saved = await other.as('PUT', '/api/organization', { ...profile, iban: 'nl91 abna 0417 1643 00' })
    expect(saved.json()).toEqual({ id: other.organization.id, ...profile, logoId: null })
    expect((await other.as('GET', '/api/organization')).json()).toEqual(saved.json())
    expect((await other.as('GET', '/api/session')).json().organization.name).toBe(profile.name)
  })

  test('with a wrong account number is refused at the field', async () => {
    const answer = await person.as('PUT', '/api/organization', { ...profile, iban: 'NL00ABNA0417164300' })
    expect(answer.json()).toMatchObject({ status: 422, fields: [{ path: 'iban', code: 'iban_invalid' }] })
  })
})
