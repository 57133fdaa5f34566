import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

test('the figures are those of the lists they lead to', async () => {
  const { as } = await signUp(api.app)
  const { id: customerId } = (await as('POST', '/api/customers', company)).json()
  const today = new Date()
  const day = (daysAgo: number) => new Date(today.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10)
  const issue = async (daysAgo: number, termDays: number) => {
    const content = { ...draftFor(customerId), invoiceDate: day(daysAgo), paymentTermDays: termDays }
    const draft = (await as('POST', '/api/invoices', content)).json()
    const final = await as('POST', `/api/invoices/${draft.id}/finalization`, { revision: draft.revision })
    expect(final.statusCode, final.body).toBe(201)
    return final.json()
  }
  for (const [daysAgo, term] of [
    [0, 14],
    [20, 14],
    [50, 5],
    [200, 14],
    [400, 14],
  ] as const)
    await issue(daysAgo, term)
  const credited = await issue(40, 0)
  const credit = await as('POST', `/api/invoices/${credited.id}/credit-notes`, {
    lines: null,
    invoiceDate: day(0),
    description: '',
    seriesId: null,
    again: false,
  })
  expect(credit.statusCode, credit.body).toBe(201)

  const figures = (await as('GET', '/api/overview/figures')).json()
  const open = Object.fromEntries(
    figures.ages.map((it: { age: string; count: number }) => [it.age, it.count]),
  )
  expect(open).toEqual({ not_due: 1, days_1_30: 1, days_31_60: 1, days_over_60: 2 })
  for (const { age, count } of figures.ages)
    expect((await as('GET', `/api/invoices?age=${age}`)).json().items, age).toHaveLength(count)
  for (const { month, net } of figures.months) {
    const [year, at] = month.split('-').map(Number)
    const last = new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10)
    const sums = (await as('GET', `/api/invoices/sums?from=${month}-01&until=${last}`)).json()
    expect(net, month).toBe(sums.net)
  }
  const { from, until, vat } = figures.quarter
  expect(vat).toBe((await as('GET', `/api/invoices/sums?from=${from}&until=${until}`)).json().vat)
})
