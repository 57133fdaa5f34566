import { systemClock } from '@stella/bookkeeping'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ clock: { ...systemClock, now: () => Date.parse('2026-11-30T23:30:00Z') } })
})
afterAll(() => api.close())

test('the overview follows an organization from nothing to its first invoice', async () => {
  const person = await signUp(api.app)
  const overview = async () => (await person.as('GET', '/api/overview')).json()
  expect(await overview()).toEqual({
    connectionState: 'none',
    administration: null,
    books: {
      booked: 0,
      verified: 0,
      waiting: 0,
      failed: 0,
      notConnected: 0,
      adopted: 0,
      total: 0,
      oldestWaitingSince: null,
    },
    late: null,
    needs: [],
    needCounts: {
      connection_paused: 0,
      booking_failed: 0,
      relation_failed: 0,
      message_failed: 0,
      invoice_not_connected: 0,
      draft_unfinished: 0,
    },
    // Half past eleven in the evening in UTC is December in Amsterdam.
    month: {
      label: 'december 2026',
      invoiceCount: 0,
      total: '0.00',
      vat: '0.00',
      outstanding: '0.00',
      overdue: { count: 0, total: '0.00' },
    },
    steps: { companyComplete: true, connected: false, hasCustomer: false, hasFinalInvoice: false },
  })
  const { id: customerId } = (await person.as('POST', '/api/customers', company)).json()
  const first = (await person.as('POST', '/api/invoices', draftFor(customerId))).json()
  expect(await overview()).toMatchObject({
    needs: [{ kind: 'draft_unfinished', id: first.id, detail: `${company.name}, €\u00a0203,30` }],
    steps: { hasCustomer: true, hasFinalInvoice: false },
  })
  await person.as('POST', `/api/invoices/${first.id}/finalization`)
  const second = (
    await person.as('POST', '/api/invoices', { ...draftFor(customerId), invoiceDate: '2026-12-01' })
  ).json()
  await person.as('POST', `/api/invoices/${second.id}/finalization`)
  expect(await overview()).toMatchObject({
    books: { notConnected: 2, total: 2 },
    needs: [],
    month: { invoiceCount: 1, total: '203.30', vat: '33.30', outstanding: '406.60' },
    steps: { hasFinalInvoice: true },
  })
})

test('the overview names the first needs of each kind, and how many there are', async () => {
  const person = await signUp(api.app)
  const { id: customerId } = (await person.as('POST', '/api/customers', company)).json()
  for (let draft = 0; draft < 7; draft += 1) {
    await person.as('POST', '/api/invoices', draftFor(customerId))
  }
  const { needs, needCounts } = (await person.as('GET', '/api/overview')).json()
  expect(needs).toHaveLength(5)
  expect(needCounts).toMatchObject({ draft_unfinished: 7, booking_failed: 0 })
})
