import { customerChanged, silentLog } from '@stella/bookkeeping'
import { type ImportJob, runImport } from '@stella/transfer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor } from '../testing/test-api.ts'

let api: LinkedApi
const jobs: ImportJob[] = []
beforeAll(async () => {
  const queue = async (_tx: unknown, job: ImportJob) => void jobs.push(job)
  api = await linkedApi({ imports: { queue, wake: () => {} } })
})
afterAll(() => api.close())

async function work() {
  const parts = { database: api.databases.app, customerChanged, log: silentLog, now: () => new Date() }
  for (const job of jobs.splice(0)) while ((await runImport(parts, job, () => true)) === 'more');
}

test('old invoices stand in every list and reach neither the books nor the customer', async () => {
  const person = await linkedPerson(api)
  await person.as('POST', '/api/customers', company)
  const bytes = Buffer.from(
    `Factuurnummer;Datum;Vervaldatum;Klant;Bedrag excl. btw;Totaal;Openstaand\n2026-0041;2-1-2026;16-1-2026;${company.name};100,00;121,00;121,00\n`,
  )
  const begun = await person.as('POST', '/api/imports', {
    kind: 'invoices',
    fileName: 'openstaand.csv',
    fileSize: bytes.length,
  })
  const { id, revision } = begun.json()
  await person.as('PUT', `/api/imports/${id}/parts/0`, { content: bytes.toString('base64') })
  await person.as('POST', `/api/imports/${id}/reading`, { revision })
  await work()
  const read = (await person.as('GET', `/api/imports/${id}`)).json()
  expect(read).toMatchObject({ kind: 'invoices', state: 'ready', counts: { new: 1, wrong: 0 } })
  await person.as('POST', `/api/imports/${id}/application`, { revision: read.revision })
  await work()
  const [old] = (await person.as('GET', '/api/invoices')).json().items
  expect(old).toMatchObject({
    number: '2026-0041',
    origin: 'openstaand.csv',
    booksState: 'history',
    paymentState: 'overdue',
    outstanding: '121.00',
  })

  // One of Stella's own comes after it, and is all that the books get.
  const draft = (await person.as('POST', '/api/invoices', draftFor(old.customerId))).json()
  const own = await person.as('POST', `/api/invoices/${draft.id}/finalization`, { revision: draft.revision })
  expect(own.json(), own.body).toMatchObject({ number: '2026-0042' })
  api.startWorker()
  await expect
    .poll(async () => (await person.as('GET', `/api/invoices/${draft.id}`)).json().books.state)
    .toBe('booked')
  expect(person.books().mutations.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['2026-0042'])
  expect((await person.as('GET', '/api/overview')).json()).toMatchObject({
    books: { total: 1, notConnected: 0 },
    month: { overdue: { count: 1, total: '121.00' } },
  })

  for (const [method, path, code] of [
    ['GET', 'pdf', 'made_elsewhere'],
    ['GET', 'ubl', 'made_elsewhere'],
    ['POST', 'messages', 'made_elsewhere'],
    ['POST', 'share-link', 'made_elsewhere'],
    ['POST', 'credit-notes', 'not_creditable'],
  ] as const) {
    const bodies: Record<string, object> = {
      messages: { id: crypto.randomUUID() },
      'credit-notes': { invoiceDate: '2026-11-30', lines: null },
    }
    const answer = await person.as(method, `/api/invoices/${old.id}/${path}`, bodies[path])
    expect(answer.json(), path).toMatchObject({ status: 409, code })
  }
})
