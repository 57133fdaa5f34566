import { afterAll, beforeAll, expect, test } from 'vitest'
import { signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>

beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
})
afterAll(() => api.close())

const radiator = {
  code: 'R22-60',
  description: 'Radiator type 22, 60 × 120',
  unit: 'piece',
  unitPrice: '248.125',
  vatTreatment: 'high',
  revenueAccount: '8010',
}

const make = async (content: object) => {
  const answer = await person.as('POST', '/api/products', content)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const list = async (query: string) => (await person.as('GET', `/api/products${query}`)).json().items

test('a product is kept as it was entered, found by its code and by words, and archived instead of deleted', async () => {
  const product = await make(radiator)
  expect(product).toMatchObject({ ...radiator, priceIncludesVat: false, vatRate: null, isArchived: false })
  await make({ description: 'Arbeid monteur', unit: 'hour', unitPrice: '60', vatTreatment: 'low' })
  for (const search of ['r22', 'radiator', '120 type', 'RÄDIATOR'])
    expect(await list(`?search=${encodeURIComponent(search)}`)).toEqual([product])
  expect((await list('')).map((it: { description: string }) => it.description)).toEqual([
    'Arbeid monteur',
    'Radiator type 22, 60 × 120',
  ])
  const { id, revision, createdAt: _, updatedAt: __, ...content } = product
  const archived = await person.as('PUT', `/api/products/${id}`, { ...content, isArchived: true, revision })
  expect(archived.json()).toMatchObject({ isArchived: true, revision: 2 })
  expect(await list('?search=radiator')).toEqual([])
  expect(await list('?search=radiator&archived=true')).toHaveLength(1)
  expect((await person.as('GET', `/api/products/${id}`)).json()).toMatchObject({ isArchived: true })
  expect((await person.as('DELETE', `/api/products/${id}`)).statusCode).toBe(404)
})

test('no two have the same code, however it is written and however many save at once', async () => {
  await make({ ...radiator, code: 'Buis-15' })
  const same = await person.as('POST', '/api/products', { ...radiator, code: 'BUIS-15' })
  expect(same.json()).toMatchObject({ status: 422, fields: [{ path: 'code', code: 'code_taken' }] })
  const other = await make({ ...radiator, code: null })
  const { id, revision, createdAt: _, updatedAt: __, ...content } = other
  const renamed = await person.as('PUT', `/api/products/${id}`, { ...content, code: 'buis-15', revision })
  expect(renamed.json()).toMatchObject({ fields: [{ path: 'code', code: 'code_taken' }] })
  const codes = await Promise.all(
    Array.from({ length: 5 }, () => person.as('POST', '/api/products', { ...radiator, code: 'Kraan' })),
  )
  expect(codes.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422, 422, 422, 422])
})

test('what is wrong is said at its field, and an older version changes nothing', async () => {
  const wrong = { ...radiator, code: 'fout', unitPrice: '1e9', vatTreatment: 'hoog', revenueAccount: 'omzet' }
  expect((await person.as('POST', '/api/products', wrong)).json()).toMatchObject({
    status: 422,
    fields: [
      { path: 'unitPrice', code: 'unit_price_invalid' },
      { path: 'vatTreatment', code: 'vat_treatment_unknown' },
      { path: 'revenueAccount', code: 'ledger_account_invalid' },
    ],
  })
  const { id, createdAt: _, updatedAt: __, ...content } = await make({ ...radiator, code: 'twee' })
  const change = { ...content, description: 'Ander' }
  expect((await person.as('PUT', `/api/products/${id}`, change)).statusCode).toBe(200)
  expect((await person.as('PUT', `/api/products/${id}`, change)).json()).toMatchObject({
    code: 'changed_meanwhile',
  })
})

test('another organization sees none of it', async () => {
  const product = await make({ ...radiator, code: 'mijn' })
  const stranger = await signUp(api.app)
  expect((await stranger.as('GET', '/api/products')).json().items).toEqual([])
  expect((await stranger.as('GET', `/api/products/${product.id}`)).statusCode).toBe(404)
  const { id, createdAt: _, updatedAt: __, ...content } = product
  expect((await stranger.as('PUT', `/api/products/${id}`, content)).statusCode).toBe(404)
  // A code is the business's own.
  expect((await stranger.as('POST', '/api/products', { ...radiator, code: 'mijn' })).statusCode).toBe(201)
})

test('the list is a file with every field, with the words of its language', async () => {
  const other = await signUp(api.app)
  await other.as('POST', '/api/products', { ...radiator, priceIncludesVat: true })
  const { body } = await other.as('GET', '/api/products/csv?search=r22')
  expect(body).toBe(
    '\ufeffCode;Omschrijving;Eenheid;Prijs;Prijs is met btw;Btw;Btw-tarief;Omzetrekening;Gearchiveerd\r\n' +
      'R22-60;Radiator type 22, 60 × 120;stuk;248,125;ja;Hoog;;8010;nee\r\n',
  )
  const english = await other.as('GET', '/api/products/csv?language=en')
  expect(english.body).toContain('\r\nR22-60,"Radiator type 22, 60 × 120",piece,248.125,yes,')
  expect((await other.as('GET', '/api/products/csv?archived=true')).body.split('\r\n')).toHaveLength(2)
})
