import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codesOf, type LinkedApi, linkedApi } from '../testing/linked-api.ts'
import { company, draftFor, signUp } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
})
afterAll(() => api.close())

/** Somebody with an invoice that became final before the books were linked, and the same entered there by hand. */
async function linkedLate(change: { date?: string; relationCode?: string; amountExcl?: string } = {}) {
  const person = await signUp(api.app)
  const { id: customerId } = (await person.as('POST', '/api/customers', company)).json()
  const { id } = (await person.as('POST', '/api/invoices', draftFor(customerId))).json()
  await person.as('POST', `/api/invoices/${id}/finalization`)
  const { number } = (await person.as('GET', `/api/invoices/${id}`)).json()
  const administration = api.sandbox.addAdministration()
  const bookkeeper = api.sandbox.bookkeeper(administration.guid)
  bookkeeper.addRelation({ code: 'KROON', name: 'Kroon Vastgoed' })
  const mutationNumber = bookkeeper.bookMutation({
    kind: 'FactuurVerstuurd',
    date: change.date ?? '2026-11-22',
    account: '1300',
    relationCode: 'KROON',
    invoiceNumber: number,
    lines: [
      { amountExcl: change.amountExcl ?? '150.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' },
      { amountExcl: '20.00', vatCode: 'LAAG_VERK_9', ledgerAccount: '8000' },
    ],
  })
  expect((await person.as('PUT', '/api/connection', codesOf(administration))).statusCode).toBe(200)
  const path = `/api/invoices/${id}/override`
  const read = async (asked = mutationNumber) =>
    (await person.as('POST', `${path}/readings`, { mutationNumber: asked })).json()
  const adopt = (readingId: string) => person.as('PUT', path, { kind: 'adopted', readingId })
  const exclude = (reason = 'Contant betaald') => person.as('PUT', path, { kind: 'excluded', reason })
  const books = async () => (await person.as('GET', `/api/invoices/${id}`)).json().books
  return {
    ...{ person, administration, bookkeeper, id, customerId, number, mutationNumber },
    ...{ path, read, adopt, exclude, books },
    sandbox: () => api.sandbox.books(administration.guid),
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}

describe('«al geboekt»', () => {
  test('shows what differs, and the invoice is that mutation from then on, never sent', async () => {
    const it = await linkedLate({ date: '2026-11-23', amountExcl: '151.00' })
    const read = await it.read()
    expect(read).toMatchObject({
      outcome: 'read',
      found: { mutationNumber: it.mutationNumber, relationCode: 'KROON', net: '171.00', vat: '33.51' },
      differences: [
        { what: 'date', stella: '2026-11-22', books: '2026-11-23' },
        { what: 'net', stella: '170.00', books: '171.00' },
        { what: 'vat', stella: '33.30', books: '33.51' },
      ],
    })
    expect((await it.books()).state).toBe('not_connected')
    const adopted = (await it.adopt(read.readingId)).json()
    expect(adopted.decided).toMatchObject({
      kind: 'adopted',
      mutationNumber: it.mutationNumber,
      mayUndo: true,
    })
    expect(adopted.decided.differences).toHaveLength(3)
    expect(await it.books()).toMatchObject({ state: 'adopted', mutationNumber: `${it.mutationNumber}` })
    expect((await it.person.as('GET', '/api/overview')).json().books).toMatchObject({ adopted: 1, total: 1 })
    const [entry] = (await it.person.as('GET', '/api/activities?filter=invoices')).json().items
    expect(entry).toMatchObject({ kind: 'invoice_adopted', subject: { id: it.id } })
  })

  test('has its credit note booked, on the relation that it has there, and none is added', async () => {
    const it = await linkedLate()
    const { readingId } = await it.read()
    expect((await it.adopt(readingId)).statusCode).toBe(200)
    const note = await it.person.as('POST', `/api/invoices/${it.id}/credit-notes`, {
      invoiceDate: '2026-11-24',
    })
    expect(note.statusCode, note.body).toBe(201)
    await until(async () => it.sandbox().mutations.length === 2)
    expect(it.sandbox().mutations[1]).toMatchObject({ relationCode: 'KROON' })
    expect(it.sandbox().relations).toHaveLength(1)
    expect((await it.person.as('DELETE', it.path)).json()).toMatchObject({ code: 'override_built_on' })
  })

  test('is one decision, also where two people confirm it at once, and is taken back', async () => {
    const it = await linkedLate()
    const { readingId } = await it.read()
    const both = await Promise.all([it.adopt(readingId), it.adopt(readingId)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect((await it.person.as('DELETE', it.path)).json()).toMatchObject({ mayAdopt: true, decided: null })
    expect((await it.books()).state).toBe('not_connected')
    expect((await it.adopt((await it.read()).readingId)).statusCode).toBe(200)
  })

  test('is refused of what is not there, is no sale, or is another invoice', async () => {
    const it = await linkedLate()
    expect(await it.read(99)).toMatchObject({ outcome: 'refused', refusal: 'absent', readingId: null })
    const payment = it.bookkeeper.bookPayment({ invoiceNumber: it.number, amount: '10.00' })
    expect(await it.read(payment)).toMatchObject({ outcome: 'refused', refusal: 'not_a_sale' })
    const { readingId } = await it.read()
    await it.adopt(readingId)
    const { id } = (await it.person.as('POST', '/api/invoices', draftFor(it.customerId))).json()
    await it.person.as('POST', `/api/invoices/${id}/finalization`)
    const path = `/api/invoices/${id}/override`
    const asked = { mutationNumber: it.mutationNumber }
    const taken = (await it.person.as('POST', `${path}/readings`, asked)).json()
    expect(taken).toMatchObject({ outcome: 'refused', refusal: 'taken' })
    // A reading is of one invoice, and confirms no other.
    const stolen = await it.person.as('PUT', path, { kind: 'adopted', readingId })
    expect(stolen.json()).toMatchObject({ code: 'not_adoptable' })
  })

  test('is void once other books are linked than it was read in', async () => {
    const it = await linkedLate()
    const { readingId } = await it.read()
    await it.person.as('DELETE', '/api/connection')
    expect((await it.adopt(readingId)).json()).toMatchObject({ code: 'not_adoptable' })
  })
})

describe('«niet boeken»', () => {
  test('keeps why, counts as nothing that is missing, and is taken back', async () => {
    const it = await linkedLate()
    expect((await it.exclude('  ')).statusCode).toBe(400)
    expect((await it.exclude()).json().decided).toMatchObject({ kind: 'excluded', reason: 'Contant betaald' })
    expect((await it.books()).state).toBe('excluded')
    expect((await it.person.as('GET', '/api/overview')).json()).toMatchObject({
      books: { total: 0, notConnected: 0 },
      needCounts: { invoice_not_connected: 0 },
    })
    const listed = (await it.person.as('GET', '/api/invoices?books=excluded')).json().items
    expect(listed.map((one: { id: string }) => one.id)).toEqual([it.id])
    const { readingId } = await it.read()
    expect((await it.adopt(readingId)).json()).toMatchObject({ code: 'not_overridable' })
    expect((await it.person.as('DELETE', it.path)).json()).toMatchObject({ mayExclude: true, decided: null })
    expect((await it.books()).state).toBe('not_connected')
    expect((await it.person.as('DELETE', it.path)).json()).toMatchObject({ code: 'not_overridable' })
  })

  test('is nobody else’s to say or to see', async () => {
    const it = await linkedLate()
    const other = await signUp(api.app)
    for (const [method, path, body] of [
      ['GET', it.path, undefined],
      ['POST', `${it.path}/readings`, { mutationNumber: 1 }],
      ['PUT', it.path, { kind: 'excluded', reason: 'x' }],
      ['DELETE', it.path, undefined],
    ] as const) {
      expect((await other.as(method, path, body)).statusCode).toBe(404)
    }
  })
})
