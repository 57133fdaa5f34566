import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let owner: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
  owner = await signUp(api.app)
})
afterAll(() => api.close())

let people = 0
/** Somebody private of whom each word is told from all others. */
async function person() {
  people += 1
  const mark = `zoekmij${people}`
  const words = { contactName: `${mark}-contact`, email: `${mark}@example.nl`, phone: '0612345678' }
  const content = {
    kind: 'person',
    name: `${mark} Jansen`,
    address: 'Laan 1',
    postalCode: '8011 AB',
    city: 'Zwolle',
  }
  const { id } = (await owner.as('POST', '/api/customers', { ...content, ...words })).json()
  return { id, mark }
}
const draft = async (customerId: string) =>
  (await owner.as('POST', '/api/invoices', draftFor(customerId))).json()
const preview = async (id: string) => (await owner.as('GET', `/api/customers/${id}/erasure`)).json()
const forget = async (id: string) => (await owner.as('POST', `/api/customers/${id}/erasure`)).json()

test('of somebody without a final invoice no word is left in any table', async () => {
  const { id, mark } = await person()
  await draft(id)
  await owner.as('PUT', `/api/customers/${id}/archived`, { archived: true })
  expect(await api.dump()).toContain(mark)
  const gone = { outcome: 'gone', drafts: 1, finalInvoices: 0, keptUntil: null }
  expect(await preview(id)).toEqual(gone)
  expect(await forget(id)).toEqual(gone)
  expect(await api.dump()).not.toContain(mark)
  expect(await forget(id)).toMatchObject({ status: 404 })
})

test('with one the name and address on it stay, and how to reach them goes, with the link', async () => {
  const { id, mark } = await person()
  const { id: invoiceId } = await draft(id)
  await owner.as('POST', `/api/invoices/${invoiceId}/finalization`)
  const { address } = (await owner.as('POST', `/api/invoices/${invoiceId}/share-link`)).json()
  expect(await forget(id)).toEqual({ outcome: 'kept', drafts: 0, finalInvoices: 1, keptUntil: '2033-12-31' })
  const customer = (await owner.as('GET', `/api/customers/${id}`)).json()
  expect(customer).toMatchObject({ name: `${mark} Jansen`, address: 'Laan 1', email: null, phone: null })
  expect(customer.archivedAt).not.toBeNull()
  const { rows } = await api.database.database('owner').pool.query('select c::text as row from customers c')
  expect(rows.map(({ row }) => row).join()).not.toContain(`${mark}@`)
  const invoice = (await owner.as('GET', `/api/invoices/${invoiceId}`)).json()
  expect(invoice.customerName).toBe(`${mark} Jansen`)
  expect((await api.app.inject({ url: address })).statusCode).not.toBe(200)
  const { items } = (await owner.as('GET', '/api/audit')).json()
  expect(items[0]).toMatchObject({ action: 'customer_forgotten', subject: id })
})
