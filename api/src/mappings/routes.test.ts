import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor, signUp } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
})
afterAll(() => api.close())

const usual = { debtorsAccount: '1300', revenueAccount: '8000', byTreatment: {} }

test('accounts are chosen from those of the books, tried first, and an invoice is booked on them as its preview said', async () => {
  const person = await linkedPerson(api)
  const before = (await person.as('GET', '/api/mapping')).json()
  expect(before).toMatchObject({ ...usual, isLinked: true, version: 0, problems: [], history: [] })
  expect(before.accounts.revenue).toContainEqual({ code: '8010', name: 'Omzet diensten' })
  expect(before.accounts.debtors).toEqual([{ code: '1300', name: 'Debiteuren' }])

  const customer = (await person.as('POST', '/api/customers', company)).json()
  const product = { description: 'Inspectie', unitPrice: '80', vatTreatment: 'high', revenueAccount: '8010' }
  const { id: productId } = (await person.as('POST', '/api/products', product)).json()
  const draft = draftFor(customer.id)
  const lines = [
    { productId, description: 'Inspectie', quantity: '1', unitPrice: '80', vatTreatment: 'high' },
    { description: 'Export', quantity: '1', unitPrice: '20', vatTreatment: 'outside_eu' },
  ]
  const { id } = (await person.as('POST', '/api/invoices', { ...draft, lines })).json()
  const chosen = { ...usual, byTreatment: { outside_eu: '8010' } }
  const wrong = { ...chosen, revenueAccount: '1300', byTreatment: { high: '9999' }, version: 0 }
  expect((await person.as('PUT', '/api/mapping', wrong)).json()).toMatchObject({
    code: 'invalid_fields',
    fields: [{ path: 'revenueAccount' }, { path: 'byTreatment.high' }],
  })
  const changed = (await person.as('PUT', '/api/mapping', { ...chosen, version: 0 })).json()
  expect(changed).toMatchObject({ ...chosen, version: 1, history: [{ ...chosen, version: 1 }] })
  expect((await person.as('PUT', '/api/mapping', { ...usual, version: 0 })).json()).toMatchObject({
    code: 'changed_meanwhile',
  })

  const preview = (await person.as('GET', `/api/invoices/${id}/booking-preview`)).json()
  const accounts = preview.lines.map((line: { account: { code: string; name: string } }) => line.account)
  expect(accounts).toEqual([
    { code: '8010', name: 'Omzet diensten' },
    { code: '8010', name: 'Omzet diensten' },
  ])
  await person.as('POST', `/api/invoices/${id}/finalization`)
  const mutations = () => api.sandbox.books(person.administration.guid).mutations
  await expect.poll(mutations).toHaveLength(1)
  expect(mutations()[0]?.lines.map((line) => line.ledgerAccount)).toEqual(['8010', '8010'])
  const tried = (await person.as('POST', '/api/mapping/trials', usual)).json()
  expect(tried.invoices).toMatchObject([
    { isChanged: true, after: { revenue: [{ account: { code: '8010' } }, { account: { code: '8000' } }] } },
  ])
  const log = (await person.as('GET', '/api/audit')).json().items
  expect(log[0]).toMatchObject({
    action: 'mapping_changed',
    before: { byTreatment: '' },
    after: { byTreatment: 'outside_eu 8010' },
  })
})

test('a product is not put on an account that the books do not have, nor an invoice on a product of others', async () => {
  const person = await linkedPerson(api)
  const product = { description: 'Inspectie', unitPrice: '80', vatTreatment: 'high', revenueAccount: '1300' }
  expect((await person.as('POST', '/api/products', product)).json()).toMatchObject({
    fields: [{ path: 'revenueAccount', code: 'ledger_account_not_revenue' }],
  })
  const stranger = await signUp(api.app)
  const made = await stranger.as('POST', '/api/products', { ...product, revenueAccount: null })
  const customer = (await person.as('POST', '/api/customers', company)).json()
  const draft = draftFor(customer.id)
  const lines = draft.lines.map((line) => ({ ...line, productId: made.json().id }))
  expect((await person.as('POST', '/api/invoices', { ...draft, lines })).json()).toMatchObject({
    code: 'not_found',
  })
})

test('without a link there is nothing to choose', async () => {
  const person = await signUp(api.app)
  expect((await person.as('GET', '/api/mapping')).json()).toMatchObject({ isLinked: false, accounts: null })
  expect((await person.as('PUT', '/api/mapping', { ...usual, version: 0 })).json()).toMatchObject({
    code: 'not_connected',
  })
})
