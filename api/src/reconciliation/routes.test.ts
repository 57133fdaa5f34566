import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor, signUp } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
})
afterAll(() => api.close())

const november = 'from=2026-11-01&until=2026-11-30'
const period = { from: '2026-11-01', until: '2026-11-30' }

/** Somebody with two invoices in the books. */
async function bookedPerson() {
  const person = await linkedPerson(api)
  const { id: customerId } = (await person.as('POST', '/api/customers', company)).json()
  const ids: string[] = []
  for (let at = 0; at < 2; at += 1) {
    const { id } = (await person.as('POST', '/api/invoices', draftFor(customerId))).json()
    await person.as('POST', `/api/invoices/${id}/finalization`)
    ids.push(id)
  }
  await until(async () => person.books().mutations.length === 2)
  const stateOf = async (id: string) => (await person.as('GET', `/api/invoices/${id}`)).json().books.state
  await until(async () => (await Promise.all(ids.map(stateOf))).every((state) => state === 'booked'))
  const get = async () => (await person.as('GET', `/api/reconciliation?${november}`)).json()
  const compare = async () => {
    const before = (await get()).compared?.readAt
    expect((await person.as('POST', '/api/reconciliation', period)).statusCode).toBe(202)
    await until(async () => {
      const { compared } = await get()
      return compared !== null && compared.readAt !== before
    })
    return get()
  }
  const bookkeeper = api.sandbox.bookkeeper(person.administration.guid)
  return { ...person, ids, get, compare, bookkeeper }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}

describe('«Aansluiting»', () => {
  test('is clean, names what people did there, and keeps why something is right', async () => {
    const { as, bookkeeper, compare, get, ids } = await bookedPerson()
    expect((await get()).compared).toBeNull()
    expect((await compare()).compared).toMatchObject({
      isClean: true,
      agreeing: 2,
      differences: [],
      accounts: [
        { account: '1300', side: 'debtors', stella: '406.60', books: '406.60', difference: '0.00' },
        { account: '8000', side: 'revenue', stella: '340.00', books: '340.00', difference: '0.00' },
      ],
    })
    const standing = async () => (await as('GET', `/api/organizations?${november}`)).json().items
    expect(await standing()).toMatchObject([
      { standing: 'clean', actor: 'nobody', outstanding: '406.60', compared: { differences: 0 } },
    ])
    bookkeeper.removeMutation(1)
    bookkeeper.bookMutation({
      kind: 'GeldOntvangen',
      date: '2026-11-14',
      account: '1000',
      description: 'Kasverkoop',
      lines: [{ amountExcl: '150.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }],
    })
    const { compared } = await compare()
    expect(compared.isClean).toBe(false)
    expect(compared.differences).toMatchObject([
      { kind: 'removed', invoiceId: ids[0], total: { net: '170.00', vat: '33.30' } },
      { kind: 'extra', mutationNumbers: [3], total: { net: '-150.00', vat: '-31.50' } },
    ])
    expect(compared.differences[1].title).toBe('Mutatie 3 staat alleen in e-Boekhouden.nl')
    expect(await standing()).toMatchObject([
      { standing: 'differs', actor: 'bookkeeper', compared: { differences: 2, net: '20.00', vat: '1.80' } },
    ])
    const { key } = compared.differences[1]
    await as('PUT', '/api/reconciliation/acceptances', { key, reason: 'Kasverkoop open dag' })
    const accepted = (await get()).compared.differences[1].acceptance
    expect(accepted).toMatchObject({ reason: 'Kasverkoop open dag' })
    expect((await standing())[0].compared).toMatchObject({ differences: 1, net: '170.00' })
    bookkeeper.changeMutation(3, {
      lines: [{ amountExcl: '160.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }],
    })
    expect((await compare()).compared.differences[1].acceptance).toBeNull()
    const csv = await as('GET', `/api/reconciliation/csv?${november}`)
    expect(csv.headers['content-disposition']).toContain('aansluiting-2026-11-01-2026-11-30.csv')
    expect(csv.body).toContain(';Factuur ')
    expect(csv.body).toContain('-160,00')
    expect(csv.body).toContain('1300 debiteuren, met btw')
    for (const [language, name] of [
      ['nl', 'aansluiting'],
      ['en', 'reconciliation'],
    ] as const) {
      const pdf = await as('GET', `/api/reconciliation/pdf?${november}&language=${language}`)
      expect(pdf.headers['content-disposition']).toContain(`${name}-2026-11-01-2026-11-30.pdf`)
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  test('says what was asked of the books this month', async () => {
    const { as, compare } = await bookedPerson()
    await compare()
    const { limit, limited, operations } = (await as('GET', '/api/reconciliation/calls')).json()
    expect([limit, limited]).toEqual([5_000, 1])
    expect(operations).toContainEqual({ operation: 'AddMutatie', calls: 2, failed: 0 })
  })

  test('of all organizations of a person reads those where they may, and were not read just now', async () => {
    const { as } = await bookedPerson()
    const readAll = async () => (await as('POST', '/api/organizations/reconciliations', period)).json().count
    expect(await readAll()).toBe(1)
    await until(async () => {
      const { items } = (await as('GET', `/api/organizations?${november}`)).json()
      return items[0].standing === 'clean' && !items[0].isBeingRead
    })
    expect(await readAll()).toBe(0)
  })

  test('is refused for a period that is none, and where nothing is linked or compared', async () => {
    const person = await signUp(api.app)
    const codeOf = async (path: string) => (await person.as('GET', path)).json().code
    expect(await codeOf('/api/reconciliation?from=2026-11-30&until=2026-11-01')).toBe('period_invalid')
    expect(await codeOf('/api/reconciliation?from=2020-01-01&until=2026-11-01')).toBe('period_invalid')
    expect(await codeOf(`/api/reconciliation/csv?${november}`)).toBe('not_compared')
    expect(await codeOf(`/api/reconciliation/pdf?${november}`)).toBe('not_compared')
    expect(await codeOf('/api/organizations?from=2026-11-30&until=2026-11-01')).toBe('period_invalid')
    expect(await codeOf('/api/reconciliation/calls')).toBe('not_connected')
    expect((await person.as('POST', '/api/reconciliation', period)).json().code).toBe('not_connected')
    const accept = await person.as('PUT', '/api/reconciliation/acceptances', { key: 'x', reason: 'y' })
    expect(accept.json().code).toBe('not_connected')
  })
})
