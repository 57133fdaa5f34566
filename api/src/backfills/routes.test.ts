import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesOf, type LinkedApi, linkedApi } from '../testing/linked-api.ts'
import { company, draftFor, signUp } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
})
afterAll(() => api.close())

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}

test('old invoices are put beside the books in groups, confirmed as they were seen, and stopped', async () => {
  const person = await signUp(api.app)
  const get = async () => (await person.as('GET', '/api/backfill')).json()
  expect(await get()).toMatchObject({ isLinked: false, backfill: null })
  const refused = await person.as('POST', '/api/backfill', { from: '2026-10-01' })
  expect(refused.json()).toMatchObject({ code: 'not_connected' })
  const { id: customerId } = (await person.as('POST', '/api/customers', company)).json()
  const numbers: string[] = []
  for (let at = 0; at < 2; at += 1) {
    const { id } = (await person.as('POST', '/api/invoices', draftFor(customerId))).json()
    await person.as('POST', `/api/invoices/${id}/finalization`)
    numbers.push((await person.as('GET', `/api/invoices/${id}`)).json().number)
  }
  const administration = api.sandbox.addAdministration()
  const bookkeeper = api.sandbox.bookkeeper(administration.guid)
  bookkeeper.addRelation({ code: 'KROON', name: 'Kroon Vastgoed' })
  bookkeeper.bookMutation({
    kind: 'FactuurVerstuurd',
    date: '2026-11-22',
    account: '1300',
    relationCode: 'KROON',
    invoiceNumber: numbers[0] ?? '',
    lines: [
      { amountExcl: '150.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' },
      { amountExcl: '20.00', vatCode: 'LAAG_VERK_9', ledgerAccount: '8000' },
    ],
  })
  await person.as('PUT', '/api/connection', codesOf(administration))
  expect((await person.as('POST', '/api/backfill', { from: '2026-10-01' })).statusCode).toBe(202)
  await until(async () => (await get()).backfill.state === 'ready')
  const { plan, ...backfill } = (await get()).backfill
  expect(backfill).toMatchObject({ from: '2026-10-01', calls: 1, mutationsRead: 1, warning: null })
  expect(plan).toMatchObject({
    adopt: { count: 1, total: '203.30', invoices: [{ number: numbers[0], mutationNumber: 1, unlike: [] }] },
    book: { count: 1, total: '203.30', invoices: [{ number: numbers[1] }] },
    differing: { count: 0, total: '0.00' },
    // Its other invoice says which relation it is.
    relations: { sure: { count: 1, customers: [{ candidates: [{ code: 'KROON', reasons: ['invoice'] }] }] } },
  })
  const choice = {
    revision: plan.revision,
    book: true,
    adopt: true,
    skipped: [],
    alsoAdopt: [],
    relations: [],
  }
  const other = await signUp(api.app)
  expect((await other.as('POST', '/api/backfill/confirmation', choice)).json()).toMatchObject({
    code: 'backfill_changed',
  })
  expect((await other.as('GET', '/api/backfill')).json()).toMatchObject({ backfill: null })
  const confirmed = await person.as('POST', '/api/backfill/confirmation', choice)
  expect(confirmed.json().backfill).toMatchObject({ state: 'running', progress: { total: 2, waiting: 0 } })
  expect((await person.as('POST', '/api/backfill/stop')).json().backfill.state).toBe('stopped')
  expect((await person.as('POST', '/api/backfill/resumption')).json().backfill.state).toBe('running')
  expect((await person.as('DELETE', '/api/backfill')).json()).toMatchObject({ code: 'backfill_changed' })
})
