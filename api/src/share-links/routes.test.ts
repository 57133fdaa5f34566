import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
})
afterAll(() => api.close())

async function final(): Promise<{ id: string; number: string }> {
  const customer = { ...company, name: 'Café <b>Zoë</b>', email: 'geheim@example.nl' }
  const { id } = (await person.as('POST', '/api/customers', customer)).json()
  const draft = (await person.as('POST', '/api/invoices', draftFor(id))).json()
  return (await person.as('POST', `/api/invoices/${draft.id}/finalization`)).json()
}

const link = async (id: string): Promise<string> =>
  (await person.as('POST', `/api/invoices/${id}/share-link`)).json().address
const visit = (url: string, headers = {}) => api.app.inject({ method: 'GET', url, headers })
const kinds = async () =>
  (await person.as('GET', '/api/activities')).json().items.map(({ kind }: { kind: string }) => kind)

test('whoever has the link sees the invoice and its papers, without signing in and without a cookie', async () => {
  const { id, number } = await final()
  const address = await link(id)
  expect(address).toMatch(/^\/f\/[\w-]{43}$/)
  expect(await link(id)).toBe(address)
  const page = await visit(address)
  expect(page.statusCode).toBe(200)
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  })
  expect(page.headers['set-cookie']).toBeUndefined()
  expect(page.body).toContain(`Factuur ${number}`)
  expect(page.body).toContain('NL91&nbsp;'.replace('&nbsp;', '\u00a0'))
  expect(page.body).toContain('Café &lt;b&gt;Zoë&lt;/b&gt;')
  expect(page.body).not.toMatch(/geheim@example|stella|undefined|\{\w+\}/i)
  const pdf = (await visit(`${address}/pdf`)).rawPayload
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // As a Stella of another time would have made it.
  const otherwise = `update kept_pdfs set bytes = bytes || '\\x0a'::bytea where invoice_id = $1`
  await api.database.database('owner').pool.query(otherwise, [id])
  const kept = Buffer.concat([pdf, Buffer.from('\n')])
  expect((await visit(`${address}/pdf`)).rawPayload).toEqual(kept)
  expect((await person.as('GET', `/api/invoices/${id}/pdf`)).rawPayload).toEqual(kept)
  expect((await visit(`${address}/ubl`)).body).toContain('<Invoice')
})

test('its first opening is noted, once, and not when the sender tries it', async () => {
  const { id } = await final()
  const address = await link(id)
  const opened = async () => (await person.as('GET', `/api/invoices/${id}/share-link`)).json().firstOpenedAt
  await person.as('GET', address)
  expect(await opened()).toBeNull()
  await visit(address)
  const first = await opened()
  expect(first).not.toBeNull()
  await visit(address)
  expect(await opened()).toBe(first)
  expect((await kinds()).filter((kind: string) => kind === 'share_link_opened').length).toBeGreaterThan(0)
})

test('a link that is taken back shows nothing of the invoice, and a new one is another', async () => {
  const { id, number } = await final()
  const address = await link(id)
  expect((await person.as('DELETE', `/api/invoices/${id}/share-link`)).statusCode).toBe(204)
  const page = await visit(address)
  expect(page.statusCode).toBe(410)
  expect(page.body).toContain('Deze link werkt niet meer')
  expect(page.body).not.toMatch(new RegExp(`${number}|NL91|€`))
  for (const paper of ['pdf', 'ubl']) expect((await visit(`${address}/${paper}`)).statusCode).toBe(404)
  const other = await link(id)
  expect(other).not.toBe(address)
  expect((await visit(other)).statusCode).toBe(200)
  expect((await visit(address)).statusCode).toBe(410)
})

test('shows what is left after a credit note', async () => {
  const { id } = await final()
  const address = await link(id)
  await person.as('POST', `/api/invoices/${id}/credit-notes`, {})
  const page = await visit(address)
  expect(page.body).toContain('U hoeft niets meer te betalen')
  expect(page.body).not.toContain('class="rows"')
})

test('of its secret nothing stands in the database or the log, and a guess finds nothing', async () => {
  const { id } = await final()
  const address = await link(id)
  await visit(address)
  const secret = address.split('/').at(-1) ?? ''
  expect(await api.dump()).not.toContain(secret)
  expect(api.logged()).not.toContain(secret)
  expect((await visit(`/f/${'a'.repeat(43)}`)).statusCode).toBe(404)
  expect((await visit('/f/x')).body).toContain('Deze link klopt niet')
})

test('a draft has no link', async () => {
  const { id } = (await person.as('POST', '/api/customers', company)).json()
  const draft = (await person.as('POST', '/api/invoices', draftFor(id))).json()
  const answer = await person.as('POST', `/api/invoices/${draft.id}/share-link`)
  expect(answer.json()).toMatchObject({ code: 'not_final' })
})
