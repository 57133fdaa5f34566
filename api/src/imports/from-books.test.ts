import { customerChanged, eBoekhoudenRegistersAt, silentLog, systemClock } from '@stella/bookkeeping'
import { runImport } from '@stella/transfer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor, signUp } from '../testing/test-api.ts'

type Job = Parameters<typeof runImport>[1]

const jobs: Job[] = []
let api: LinkedApi
beforeAll(async () => {
  const queue = async (_: unknown, job: Job) => {
    jobs.push(job)
  }
  api = await linkedApi({ imports: { queue, wake: () => {} } })
})
afterAll(() => api.close())

/** Does what was asked of imports, as the process that works would. */
async function work(): Promise<void> {
  const { database, sandbox, seal } = api
  const openRegisters = eBoekhoudenRegistersAt(sandbox.soapUrl)
  const books = { worker: database.database('stella_worker'), openRegisters, seal, clock: systemClock }
  const parts = {
    database: database.database('stella_app'),
    customerChanged,
    log: silentLog,
    now: () => new Date(),
    books,
  }
  for (const job of jobs.splice(0)) while ((await runImport(parts, job, () => true)) === 'more');
}

async function begun(person: Awaited<ReturnType<typeof linkedPerson>>, kind: 'customers' | 'products') {
  const answer = await person.as('POST', '/api/imports/books', { kind })
  expect(answer.statusCode, answer.body).toBe(201)
  await work()
  const { id } = answer.json()
  const look = async () => (await person.as('GET', `/api/imports/${id}`)).json()
  return {
    look,
    rows: async () => (await person.as('GET', `/api/imports/rows?importId=${id}`)).json().items,
    add: async () => {
      await person.as('POST', `/api/imports/${id}/application`, { revision: (await look()).revision })
      await work()
    },
  }
}

test('relations come in as customers, are looked at first, and stay the relation they were', async () => {
  const person = await linkedPerson(api)
  const keeper = api.sandbox.bookkeeper(person.administration.guid)
  const fields = {
    Adres: 'Kade 1',
    Postcode: '8261 AA',
    Plaats: 'Kampen',
    Land: 'Nederland',
    Email: 'info@bos.example',
  }
  keeper.addRelation({ code: 'BOS', name: 'Bos Bouw', fields: { ...fields, BP: 'B' } })
  keeper.addRelation({ code: 'ZWAAN', name: 'Café De Zwaan', fields: { ...fields, BP: 'B' } })
  // Known here already, and not yet as a relation.
  const known = {
    ...company,
    name: 'Café De Zwaan',
    postalCode: '8261 AA',
    city: 'Kampen',
    address: 'Kade 1',
  }
  const { id: zwaan } = (await person.as('POST', '/api/customers', known)).json()
  const before = person.books().relations.length

  const found = await begun(person, 'customers')
  expect(await found.look()).toMatchObject({ state: 'ready', reading: { fileKind: 'text' } })
  const rows: { name: string; fate: string }[] = await found.rows()
  expect(rows.find(({ name }) => name === 'Bos Bouw')?.fate).toBe('new')
  expect(rows.find(({ name }) => name === 'Café De Zwaan')?.fate).not.toBe('new')
  await found.add()

  const { items } = (await person.as('GET', '/api/customers')).json()
  const codes = Object.fromEntries(
    items.map(({ name, relation }: { name: string; relation: { code: string } }) => [name, relation.code]),
  )
  expect(codes).toMatchObject({ 'Bos Bouw': 'BOS', 'Café De Zwaan': 'ZWAAN' })
  api.startWorker()
  for (const customerId of [zwaan, items.find(({ name }: { name: string }) => name === 'Bos Bouw').id]) {
    const draft = (await person.as('POST', '/api/invoices', draftFor(customerId))).json()
    await person.as('POST', `/api/invoices/${draft.id}/finalization`, { revision: draft.revision })
    await expect
      .poll(async () => (await person.as('GET', `/api/invoices/${draft.id}`)).json().books.state)
      .toMatch(/booked|verified/)
  }
  expect(person.books().relations).toHaveLength(before)
  expect(
    person
      .books()
      .mutations.map(({ relationCode }) => relationCode)
      .toSorted(),
  ).toEqual(['BOS', 'ZWAAN'])
  // What was asked of the books is written down and counted.
  const budget = (await person.as('GET', '/api/reconciliation/calls')).json()
  expect(JSON.stringify(budget)).toContain('GetRelaties')
})

test('articles come in as products', async () => {
  const person = await linkedPerson(api)
  const found = await begun(person, 'products')
  expect((await found.look()).counts.new).toBeGreaterThan(0)
  await found.add()
  const { items } = (await person.as('GET', '/api/products')).json()
  expect(items.map(({ code }: { code: string }) => code)).toContain('UUR')
})

test('says so where no books are linked, or they do not answer', async () => {
  const stranger = await signUp(api.app)
  expect((await stranger.as('POST', '/api/imports/books', { kind: 'customers' })).json()).toMatchObject({
    code: 'not_connected',
  })
  const person = await linkedPerson(api)
  const { guid: administration } = person.administration
  const operation = 'GetRelaties'
  api.sandbox.faults.add({ kind: 'http_error', status: 500, moment: 'before', operation, administration })
  const found = await begun(person, 'customers')
  expect(await found.look()).toMatchObject({ state: 'refused', cause: { code: 'books_not_read' } })
})
