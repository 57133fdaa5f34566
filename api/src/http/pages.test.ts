import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '../openapi/document.ts'
import { declareRoutes } from '../routes.ts'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let own: Awaited<ReturnType<typeof signUp>>
let other: Awaited<ReturnType<typeof signUp>>
let support: Awaited<ReturnType<TestApi['supportPerson']>>
beforeAll(async () => {
  api = await testApi()
  own = await signUp(api.app, 'Eigen zaak')
  other = await signUp(api.app, 'Andere zaak')
  support = await api.supportPerson()
  for (const person of [own, other]) {
    for (const name of ['Een', 'Twee', 'Drie']) {
      const { id } = (await person.as('POST', '/api/customers', { ...company, name })).json()
      const draft = (await person.as('POST', '/api/invoices', draftFor(id))).json()
      await person.as('POST', `/api/invoices/${draft.id}/finalization`)
    }
  }
})
afterAll(() => api.close())

type Operation = { parameters?: { name: string }[] }
const document: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
  await openApiDocument(declareRoutes),
)
const lists = Object.entries(document.paths)
  .filter(([, { get }]) => get?.parameters?.some(({ name }) => name === 'cursor'))
  .map(([path]) => path)
/** What else a list must be told. */
const needed: Readonly<Record<string, string>> = {
  '/api/imports/rows': `importId=${randomUUID()}&`,
}
const filled = ['/api/customers', '/api/invoices', '/api/activities']

const read = (path: string, cursor: string) =>
  (path.startsWith('/api/support/') ? support : own.as)(
    'GET',
    `${path}?${needed[path] ?? ''}limit=1&cursor=${encodeURIComponent(cursor)}`,
  )
const firstCursor = async (path: string, as = own.as): Promise<string> =>
  (await as('GET', `${path}?limit=1`)).json().nextCursor

/** Well formed within, as a list's own cursor is before it is sealed. */
const madeByHand = [
  '["2026-02-31","7"]',
  '["7"]',
  '["0"]',
  '["a","018f6b1e-7a52-7c3a-9d0b-3f6a2c1b4d5e"]',
  '[]',
  'null',
]

describe('a cursor', () => {
  test.each(lists)('of %s that was made by hand is refused', async (path) => {
    expect(lists.length).toBeGreaterThanOrEqual(6)
    const encoded = madeByHand.map((text) => Buffer.from(text).toString('base64url'))
    for (const cursor of ['', 'x', '💥', 'a'.repeat(1_500), ...madeByHand, ...encoded]) {
      expect((await read(path, cursor)).json(), cursor).toMatchObject({ status: 400, code: 'invalid_cursor' })
    }
  })

  test.each(filled)('of %s leads through all of it, and is refused when a bit is turned', async (path) => {
    const all = (await own.as('GET', path)).json().items
    const seen: unknown[] = []
    let page = (await own.as('GET', `${path}?limit=1`)).json()
    for (; page.nextCursor !== null; page = (await read(path, page.nextCursor)).json()) {
      seen.push(...page.items)
      const turned = Buffer.from(page.nextCursor, 'base64url')
      const at = Math.floor(turned.length / 2)
      turned.writeUInt8(turned.readUInt8(at) ^ 1, at)
      expect((await read(path, turned.toString('base64url'))).json()).toMatchObject({
        code: 'invalid_cursor',
      })
    }
    expect([...seen, ...page.items]).toEqual(all)
    expect(all.length).toBeGreaterThanOrEqual(3)
  })

  test('of another list or of another organization is refused', async () => {
    for (const path of filled) {
      for (const elsewhere of filled.filter((it) => it !== path)) {
        expect((await read(elsewhere, await firstCursor(path))).json()).toMatchObject({
          code: 'invalid_cursor',
        })
      }
      expect((await read(path, await firstCursor(path, other.as))).json()).toMatchObject({
        code: 'invalid_cursor',
      })
    }
  })

  test('is as long and as unreadable whatever others do', async () => {
    const before = await Promise.all(filled.map((path) => firstCursor(path)))
    const owner = api.database.database('owner').pool
    await owner.query(`select setval(pg_get_serial_sequence('invoices', 'ordinal'), 1000000000)`)
    await owner.query(`select setval(pg_get_serial_sequence('activities', 'position'), 1000000000)`)
    const { id } = (await own.as('POST', '/api/customers', company)).json()
    const draft = (await own.as('POST', '/api/invoices', draftFor(id))).json()
    await own.as('POST', `/api/invoices/${draft.id}/finalization`)
    const after = await Promise.all(filled.map((path) => firstCursor(path)))
    expect(after.map(({ length }) => length)).toEqual(before.map(({ length }) => length))
    for (const cursor of after) {
      expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/\d{4}|Een|Twee|Drie/)
    }
  })
})

test('no answer holds a number that all organizations draw from', async () => {
  for (const path of filled) {
    const { items } = (await own.as('GET', path)).json()
    for (const { id } of items) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/)
    expect(JSON.stringify(items)).not.toMatch(/100000000\d/)
  }
})
