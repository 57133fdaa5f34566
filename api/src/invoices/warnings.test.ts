import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
})
afterAll(() => api.close())

async function office() {
  const person = await linkedPerson(api)
  const { as } = person
  const customerId = (await as('POST', '/api/customers', company)).json().id
  const draft = { ...draftFor(customerId), invoiceDate: '2026-11-22' }
  const final = async (content: object = draft) => {
    const { id } = (await as('POST', '/api/invoices', content)).json()
    return (await as('POST', `/api/invoices/${id}/finalization`)).json()
  }
  const warnings = async (content: object) =>
    (await as('POST', '/api/invoices/preview', content)).json().booking.warnings
  return { ...person, draft, final, warnings }
}

test('the same invoice as last week’s is said, and not once it was credited', async () => {
  const { as, draft, final, warnings } = await office()
  expect(await warnings(draft)).toEqual([])
  const first = await final()
  const again = { ...draft, invoiceDate: '2026-11-29' }
  expect(await warnings(again)).toEqual([
    `Deze factuur is gelijk aan ${first.number} van 22 november 2026: dezelfde klant en dezelfde regels. Is hij niet dubbel?`,
  ])
  const { id } = (await as('POST', '/api/invoices', again)).json()
  const preview = (await as('GET', `/api/invoices/${id}/booking-preview`)).json()
  expect(preview).toMatchObject({ warnings: [expect.stringContaining(first.number)], blockers: [] })
  expect(await warnings({ ...draft, invoiceDate: '2026-12-22' })).toEqual([])
  const [line, ...others] = draft.lines
  const changed = [{ ...line, description: 'Iets anders' }, ...others]
  expect(await warnings({ ...again, lines: changed })).toEqual([])
  await as('POST', `/api/invoices/${first.id}/credit-notes`, {})
  expect(await warnings(again)).toEqual([])
})

test('a day in a period that the books closed is said, and no later one', async () => {
  const { draft, final, warnings } = await office()
  const { id } = await final({ ...draft, invoiceDate: '2026-03-31' })
  const refused = `update bookings set state = 'rejected', cause = 'period_closed' where invoice_id = $1`
  await api.database.database('owner').pool.query(refused, [id])
  const other = draft.lines.map((line) => ({ ...line, unitPrice: '17' }))
  expect(await warnings({ ...draft, lines: other, invoiceDate: '2026-02-01' })).toEqual([
    expect.stringContaining('afgesloten op 1 februari 2026'),
  ])
  expect(await warnings({ ...draft, lines: other, invoiceDate: '2026-04-01' })).toEqual([])
})
