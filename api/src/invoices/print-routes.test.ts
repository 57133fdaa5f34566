import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '../../../documents/src/testing/read-pdf.ts'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
})
afterAll(() => api.close())

async function final(lines: number): Promise<{ id: string; number: string }> {
  const { id } = (await person.as('POST', '/api/customers', company)).json()
  const draft = draftFor(id)
  const [line] = draft.lines
  const whole = { ...draft, lines: Array.from({ length: lines }, () => line) }
  const saved = (await person.as('POST', '/api/invoices', whole)).json()
  return (await person.as('POST', `/api/invoices/${saved.id}/finalization`)).json()
}
const print = (ids: readonly string[]) => person.as('POST', '/api/invoices/print', { ids })

test('invoices are one PDF, in the order asked for, each with its own page numbers', async () => {
  const [long, short] = [await final(40), await final(1)]
  const printed = await print([short.id, long.id, short.id])
  expect(printed.headers['content-type']).toBe('application/pdf')
  const pages = await pagesOf(printed.rawPayload)
  expect(pages).toHaveLength(3)
  expect(pages[0]).toContain(short.number)
  expect(pages[1]).toContain(long.number)
  expect(pages[1]).toMatch(/1 van 2/)
  expect(pages[2]).toMatch(/2 van 2/)
})

test('one for an organization at a time, none of nothing, and none of another', async () => {
  const { id } = await final(1)
  const both = await Promise.all([print([id]), print([id])])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 429])
  expect((await print([])).json()).toMatchObject({ code: 'invalid_request' })
  const stranger = await signUp(api.app)
  const foreign = await stranger.as('POST', '/api/invoices/print', { ids: [id] })
  expect(foreign.json()).toMatchObject({ fields: [{ path: 'ids.0', code: 'choice_unknown' }] })
  expect((await print([id])).statusCode).toBe(200)
})
