import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
})
afterAll(() => api.close())

const pdf = Buffer.from('%PDF-1.7\ntrailer\n<<>>\n%%EOF\n')

async function draft(): Promise<string> {
  const customer = { ...company, email: 'klant@example.nl' }
  const { id } = (await person.as('POST', '/api/customers', customer)).json()
  return (await person.as('POST', '/api/invoices', draftFor(id))).json().id
}

const upload = (url: string, name: string, payload: Buffer, headers = {}) =>
  api.app.inject({
    method: 'POST',
    url: `${url}?name=${encodeURIComponent(name)}`,
    headers: { cookie: person.cookie, 'content-type': 'application/octet-stream', ...headers },
    payload,
  })

test('a file goes along with a draft: in the preview of the mail, behind the link, and for good once it is final', async () => {
  const id = await draft()
  const [one, two] = [`/api/invoices/${id}/attachments`, '/api/attachments']
  const added = await upload(one, 'Foto’s van de kade.pdf', pdf)
  expect([added.statusCode, added.json()]).toMatchObject([201, { format: 'pdf', size: pdf.length }])
  const terms = (await upload(two, 'voorwaarden.pdf', pdf)).json()
  expect((await person.as('GET', one)).json()).toMatchObject({
    items: [{ name: 'Foto’s van de kade.pdf' }],
    always: [{ name: 'voorwaarden.pdf', isAlways: true }],
  })
  const preview = await person.as('POST', `/api/invoices/${id}/messages/preview`, {})
  expect(preview.json().attachments).toMatchObject([
    { type: 'pdf' },
    { type: 'attachment', name: 'Foto’s van de kade.pdf' },
    { type: 'attachment', name: 'voorwaarden.pdf' },
  ])
  await person.as('POST', `/api/invoices/${id}/finalization`)
  expect((await person.as('DELETE', `${two}/${terms.id}`)).statusCode).toBe(204)
  expect((await person.as('GET', two)).json()).toEqual({ items: [] })
  expect((await person.as('GET', one)).json().items).toHaveLength(2)
  const removal = await person.as('DELETE', `${one}/${added.json().id}`)
  expect(removal.json()).toMatchObject({ status: 409, code: 'already_final' })
  const { address } = (await person.as('POST', `/api/invoices/${id}/share-link`)).json()
  const visit = (url: string) => api.app.inject({ method: 'GET', url })
  const page = (await visit(address)).body
  const [, shown = ''] = /<ul class="attachments"><li><a href="([^"]+)"/.exec(page) ?? []
  const behind = await visit(shown)
  expect(behind.rawPayload.equals(pdf)).toBe(true)
  expect(behind.headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': expect.stringContaining("filename*=UTF-8''Foto%E2%80%99s%20van"),
  })
  const other = await draft()
  const foreign = (await upload(`/api/invoices/${other}/attachments`, 'geheim.pdf', pdf)).json()
  expect((await visit(`${address}/bijlagen/${foreign.id}`)).statusCode).toBe(404)
  await person.as('DELETE', `/api/invoices/${id}/share-link`)
  expect((await visit(shown)).statusCode).toBe(404)
})

test('what is too large, or not what it is called, is told so', async () => {
  const url = `/api/invoices/${await draft()}/attachments`
  const lying = await upload(url, 'factuur.pdf', Buffer.from('MZ'.padEnd(100, '\0')))
  expect(lying.json()).toMatchObject({ code: 'invalid_fields', fields: [{ code: 'attachment_format' }] })
  const large = await upload(url, 'film.pdf', Buffer.alloc(0), { 'content-length': '62914560' })
  expect(large.json()).toMatchObject({ fields: [{ path: 'file', code: 'attachment_too_large' }] })
  const none = await upload(url, 'leeg.pdf', Buffer.alloc(0))
  expect(none.json()).toMatchObject({ fields: [{ code: 'attachment_empty' }] })
  const json = await person.as('POST', `${url}?name=x.pdf`, { data: 'x' })
  expect(json.json()).toMatchObject({ code: 'unsupported_media_type' })
  const elsewhere = await api.app.inject({
    method: 'POST',
    url: '/api/customers',
    headers: { cookie: person.cookie, 'content-type': 'application/octet-stream' },
    payload: pdf,
  })
  expect(elsewhere.json()).toMatchObject({ code: 'unsupported_media_type' })
  expect((await person.as('GET', url)).json().items).toEqual([])
})

test('another organization neither reads nor changes it', async () => {
  const id = await draft()
  const url = `/api/invoices/${id}/attachments`
  const added = (await upload(url, 'foto.pdf', pdf)).json()
  const stranger = await signUp(api.app)
  for (const address of [url, `${url}/${added.id}/file`, `/api/attachments/${added.id}/file`])
    expect((await stranger.as('GET', address)).statusCode).toBe(404)
  expect((await stranger.as('DELETE', `${url}/${added.id}`)).statusCode).toBe(404)
  expect((await upload(url, 'x.pdf', pdf, { cookie: stranger.cookie })).statusCode).toBe(404)
})
