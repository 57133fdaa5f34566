import { afterAll, beforeAll, expect, test } from 'vitest'
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

test.each([
  [
    'a line that costs nothing',
    [{ description: 'Garantie, kosteloos', quantity: '1', unitPrice: '0', vatTreatment: 'high' }],
  ],
  [
    'lines that cancel each other out',
    [
      { description: 'Werk', quantity: '1', unitPrice: '100', vatTreatment: 'high' },
      { description: 'Coulance', quantity: '-1', unitPrice: '100', vatTreatment: 'high' },
    ],
  ],
])('an invoice of %s becomes final, and the log says that there is nothing to book', async (_what, lines) => {
  const { id } = (await person.as('POST', '/api/invoices', { ...draftFor(customerId), lines })).json()
  const preview = (await person.as('GET', `/api/invoices/${id}/booking-preview`)).json()
  expect(preview).toMatchObject({
    lines: [],
    blockers: [],
    notes: expect.arrayContaining([expect.stringContaining('niets te boeken')]),
  })
  const answer = await person.as('POST', `/api/invoices/${id}/finalization`)
  expect(answer.statusCode).toBe(201)
  expect(answer.json().books).toMatchObject({ state: 'nothing_to_book', cause: null })
  const listed = (await person.as('GET', '/api/invoices?books=not_connected')).json().items
  expect(listed.map((it: { id: string }) => it.id)).not.toContain(id)
  const [entry] = (await person.as('GET', '/api/activities')).json().items
  expect(entry).toMatchObject({ kind: 'invoice_nothing_to_book', outcome: 'info' })
  // The books are not behind by what does not belong in them.
  expect((await person.as('GET', '/api/overview')).json().books).toMatchObject({ total: 0, notConnected: 0 })
})
