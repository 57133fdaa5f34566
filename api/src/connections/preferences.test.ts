import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor, signUp } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
})
afterAll(() => api.close())

test('an organization can keep its customers out of the books until their first final invoice', async () => {
  const person = await linkedPerson(api)
  const changed = await person.as('PUT', '/api/connection/preferences', { relationsFrom: 'final' })
  expect(changed.json()).toMatchObject({ state: 'active', relationsFrom: 'final' })
  await person.as('PUT', '/api/connection/preferences', { relationsFrom: 'final' })
  const log = (await person.as('GET', '/api/activities')).json().items
  expect(log.map(({ detail }: { detail: string }) => detail)).toEqual([
    'Door Marloes van Dijk. Dit geldt voor klanten die er nog niet staan.',
    expect.stringMatching(/^Door Marloes van Dijk\./),
  ])
  const customer = (await person.as('POST', '/api/customers', company)).json()
  const relation = async () => (await person.as('GET', `/api/customers/${customer.id}`)).json().relation
  const draft = (await person.as('POST', '/api/invoices', draftFor(customer.id))).json()
  await person.as('POST', `/api/invoices/${draft.id}/leaving`)
  expect(await relation()).toMatchObject({ state: 'none' })
  await person.as('POST', `/api/invoices/${draft.id}/finalization`)
  await expect.poll(relation).toMatchObject({ state: 'processed' })
})

test('without a link there is nothing to prefer', async () => {
  const person = await signUp(api.app)
  const answer = await person.as('PUT', '/api/connection/preferences', { relationsFrom: 'final' })
  expect(answer.json()).toMatchObject({ code: 'not_connected' })
})

test('everything that failed for one cause is offered again at once', async () => {
  const person = await linkedPerson(api)
  const rule = api.sandbox.faults.add({
    kind: 'period_closed',
    administration: person.administration.guid,
  })
  const customer = (await person.as('POST', '/api/customers', company)).json()
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const { id } = (await person.as('POST', '/api/invoices', draftFor(customer.id))).json()
      await person.as('POST', `/api/invoices/${id}/finalization`)
      return id as string
    }),
  )
  const books = async () =>
    Promise.all(ids.map(async (id) => (await person.as('GET', `/api/invoices/${id}`)).json().books))
  const failed = { state: 'failed', cause: { code: 'period_closed' }, nextTryAt: expect.any(String) }
  await expect.poll(books).toMatchObject([failed, failed])
  const wrong = await person.as('POST', '/api/bookings/retries', { cause: 'relation_missing' })
  expect(wrong.json()).toMatchObject({ code: 'not_retryable' })
  api.sandbox.faults.remove(rule)
  const offered = await person.as('POST', '/api/bookings/retries', { cause: 'period_closed' })
  expect(offered.json()).toEqual({ count: 2 })
  const booked = { mutationNumber: expect.stringMatching(/^\d+$/), cause: null }
  await expect.poll(books).toMatchObject([booked, booked])
})
