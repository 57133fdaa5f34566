import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
})
afterAll(() => api.close())

test('a customer is found by the code of its relation in the books, before those whose name holds it', async () => {
  const { as } = await linkedPerson(api)
  const { id } = (await as('POST', '/api/customers', company)).json()
  const draft = (await as('POST', '/api/invoices', draftFor(id))).json()
  await as('POST', `/api/invoices/${draft.id}/finalization`)
  const { code } = (await as('GET', `/api/customers/${id}`)).json().relation
  await as('POST', '/api/customers', {
    ...company,
    name: `Aannemer ${code}`,
    kvkNumber: null,
    vatNumber: null,
  })
  const found = async (search: string) =>
    (await as('GET', `/api/customers?search=${encodeURIComponent(search)}`))
      .json()
      .items.map(({ name }: { name: string }) => name)
  for (const search of [code, code.toLowerCase(), ` ${code} `])
    expect(await found(search)).toEqual([company.name, `Aannemer ${code}`])
  expect(await found(`${code}9`)).toEqual([])
})
