import { todayInAmsterdam } from '@stella/invoicing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesOf, type LinkedApi, linkedApi } from '../testing/linked-api.ts'
import { company, draftFor, signUp } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
})
afterAll(() => api.close())

const today = todayInAmsterdam(new Date())
const year = today.slice(0, 4)

/** A business whose books have invoices of an older program. */
async function movesOver(...numbers: string[]) {
  const administration = api.sandbox.addAdministration()
  const bookkeeper = api.sandbox.bookkeeper(administration.guid)
  bookkeeper.addRelation({ code: 'OUD', name: 'Oude klant' })
  for (const invoiceNumber of numbers) bookkeeper.bookMutation({ ...mutation, date: today, invoiceNumber })
  const person = await signUp(api.app)
  const customerId = (await person.as('POST', '/api/customers', company)).json().id
  const draft = { ...draftFor(customerId), invoiceDate: today }
  const { id } = (await person.as('POST', '/api/invoices', draft)).json()
  const link = () => person.as('PUT', '/api/connection', codesOf(administration))
  const usual = async () => (await person.as('GET', '/api/series')).json().items[0]
  return { ...person, id, draft, link, usual }
}

const mutation = {
  kind: 'FactuurVerstuurd' as const,
  account: '1300',
  relationCode: 'OUD',
  lines: [{ amountExcl: '100.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }],
}

test('books that know numbers propose where to go on, and keep one from being given again', async () => {
  const { as, id, draft, link, usual } = await movesOver(
    `${year}-0001`,
    `${year}-0347`,
    `${Number(year) - 1}-0900`,
    'X9',
  )
  expect((await usual()).proposal).toBeNull()
  await link()
  const series = await usual()
  const proposal = { known: `${year}-0347`, place: 348, number: `${year}-0348` }
  expect(series).toMatchObject({ next: { number: `${year}-0001` }, proposal })
  const problem = { path: 'seriesId', code: 'number_in_books' }
  const previews = [
    (await as('GET', `/api/invoices/${id}/booking-preview`)).json(),
    (await as('POST', '/api/invoices/preview', draft)).json().booking,
  ]
  for (const { blockers } of previews)
    expect(blockers).toContainEqual({
      ...problem,
      message: `Nummer ${year}-0001 staat al in uw boeken. Ga bij Voorkeuren, Nummering verder met een hoger nummer.`,
    })
  const refused = await as('POST', `/api/invoices/${id}/finalization`)
  expect(refused.json()).toMatchObject({ status: 422, fields: [problem] })
  await as('PUT', `/api/series/${series.id}/next-number`, { place: proposal.place })
  expect((await as('POST', `/api/invoices/${id}/finalization`)).json().number).toBe(`${year}-0348`)
  expect((await usual()).proposal).toBeNull()
})

test('books without invoices propose nothing', async () => {
  const { id, as, link, usual } = await movesOver()
  await link()
  expect((await usual()).proposal).toBeNull()
  expect((await as('POST', `/api/invoices/${id}/finalization`)).json().number).toBe(`${year}-0001`)
})
