import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, signUp, type TestApi, testApi } from '../testing/test-api.ts'
import { languageIn } from './language.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>

beforeAll(async () => {
  const webFolder = await mkdtemp(path.join(os.tmpdir(), 'stella-web-'))
  await mkdir(path.join(webFolder, 'assets'))
  await writeFile(path.join(webFolder, 'index.html'), '<!doctype html><title>Stella</title>')
  const script = path.join(webFolder, 'assets', 'index-a1b2c3.js')
  await writeFile(script, 'export {}')
  await writeFile(`${script}.br`, brotliCompressSync('export {}'))
  await writeFile(`${script}.gz`, gzipSync('export {}'))
  api = await testApi({ webFolder })
  person = await signUp(api.app)
})
afterAll(() => api.close())

describe('every answer', () => {
  test.each(['/', '/facturen/1', '/api/health', '/api/nothing', '/assets/index-a1b2c3.js'])(
    'carries the security headers: %s',
    async (url) => {
      const { headers } = await api.app.inject(url)
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).toContain("script-src 'self'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers).not.toHaveProperty('strict-transport-security')
    },
  )

  test('of the API is kept by no cache', async () => {
    expect((await person.as('GET', '/api/customers')).headers['cache-control']).toBe('no-store')
    expect((await api.app.inject('/api/customers')).headers['cache-control']).toBe('no-store')
  })
})

describe('the web', () => {
  test('is served at every address of a screen, and asked for again each time', async () => {
    for (const url of ['/', '/overzicht', '/facturen/123?tab=1', '/index.html']) {
      const answer = await api.app.inject(url)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toMatch(/^text\/html/)
      expect(answer.headers['cache-control']).toBe('no-cache')
    }
  })

  test('keeps what has a hash in its name for a year', async () => {
    const answer = await api.app.inject('/assets/index-a1b2c3.js')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (content: Buffer) => content],
  ])('is sent to who accepts %s as %s, and to caches as one of several', async (accepted, sent, read) => {
    const answer = await api.app.inject({
      url: '/assets/index-a1b2c3.js',
      headers: { 'accept-encoding': accepted },
    })
    expect(answer.headers['content-encoding']).toBe(sent)
    expect(answer.headers['content-type']).toMatch(/javascript/)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.vary).toMatch(/accept-encoding/i)
    expect(read(answer.rawPayload).toString()).toBe('export {}')
    expect((await api.app.inject('/assets/index-a1b2c3.js.br')).statusCode).toBe(404)
  })

  test.each(['/api', '/api/nothing', '/api/customers/x/y', '/assets/gone.js'])(
    'is not what stands at %s',
    async (url) => {
      const answer = await api.app.inject(url)
      expect(answer.statusCode).toBe(404)
      expect(answer.json()).toMatchObject({ code: 'not_found', title: 'Niet gevonden' })
    },
  )

  test.each(['/../package.json', '/assets/..%2f..%2fpackage.json', '/%2e%2e/package.json'])(
    'leads to no other file: %s',
    async (url) => {
      const answer = await api.app.inject(url)
      expect(answer.body).not.toContain('"name"')
    },
  )
})

describe('a write with a cookie', () => {
  const write = (headers: Record<string, string>) =>
    api.app.inject({
      method: 'POST',
      url: '/api/customers',
      headers: { host: 'stella.example.nl', cookie: person.cookie, ...headers },
      payload: company,
    })

  test.each([[{ origin: 'http://stella.example.nl' }], [{ 'sec-fetch-site': 'same-origin' }], [{}]])(
    'from our own pages, or from no browser, passes: %j',
    async (headers: Record<string, string>) => {
      expect((await write(headers)).statusCode).toBe(201)
    },
  )

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://stella.example.nl.evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ])('from elsewhere is refused: %j', async (headers: Record<string, string>) => {
    expect((await write(headers)).json()).toMatchObject({ status: 403, code: 'foreign_origin' })
  })

  test('as a form, which any website can send, is refused', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await api.app.inject({
        method: 'POST',
        url: '/api/customers',
        headers: { cookie: person.cookie, 'content-type': type },
        payload: JSON.stringify(company),
      })
      expect(answer.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' })
    }
  })

  test('signing in from elsewhere is refused too', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { origin: 'https://evil.example' },
      payload: { email: person.email, password: person.password },
    })
    expect(answer.json()).toMatchObject({ code: 'foreign_origin' })
    expect(answer.headers).not.toHaveProperty('set-cookie')
  })
})

describe('a body', () => {
  const send = (payload: string, type = 'application/json') =>
    api.app.inject({
      method: 'POST',
      url: '/api/customers',
      headers: { cookie: person.cookie, 'content-type': type },
      payload,
    })

  test('that is no JSON, too large, or changes prototypes is refused', async () => {
    expect((await send('{"kind":')).json()).toMatchObject({ status: 400, code: 'malformed_json' })
    expect((await send('"'.padEnd(1_100_000, 'x'))).json()).toMatchObject({
      status: 413,
      code: 'body_too_large',
    })
    expect((await send('{"__proto__":{"kind":"company"},"name":"x"}')).json()).toMatchObject({ status: 400 })
  })

  test('that is missing names what is required', async () => {
    expect((await send('')).json()).toMatchObject({ status: 400, code: 'invalid_request' })
    expect((await send('{"kind":"company"}')).json().fields).toEqual([
      { path: 'name', code: 'required', message: 'Vul dit veld in.' },
    ])
  })
})

describe('the documentation', () => {
  test('is a page that loads nothing from elsewhere', async () => {
    const page = await api.app.inject('/api/docs')
    expect(page.headers['content-type']).toMatch(/^text\/html/)
    expect(page.body).not.toMatch(/https?:\/\//)
    const scripts = [...page.body.matchAll(/src="([^"]+)"/g)].map(([, source]) => String(source))
    expect(scripts).toHaveLength(2)
    for (const script of scripts) {
      const answer = await api.app.inject(script)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toMatch(/javascript/)
      expect(answer.rawPayload.length).toBeGreaterThan(50)
    }
  })

  test('for programs is the committed file', async () => {
    const answer = await api.app.inject('/api/openapi.json')
    expect(answer.json().openapi).toBe('3.1.0')
    expect(Object.keys(answer.json().paths)).toContain('/api/invoices/{id}/finalization')
  })
})

test('too many requests from one address are refused for a while, others are not', async () => {
  const from = (remoteAddress: string) => api.app.inject({ url: '/api/health', remoteAddress })
  const answers = []
  for (let request = 0; request <= 1_200; request += 1) answers.push(await from('198.51.100.7'))
  expect(answers.slice(0, 1_200).every(({ statusCode }) => statusCode === 200)).toBe(true)
  expect(answers[1_200]?.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
  expect(Number(answers[1_200]?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await from('198.51.100.8')).statusCode).toBe(200)
})

test.each([
  [undefined, 'nl'],
  ['', 'nl'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
  ['de,nl;q=0.5,en;q=0.7', 'en'],
  ['fr, de', 'nl'],
  ['en;q=0, nl', 'nl'],
  ['*', 'nl'],
])('Accept-Language %j means %s', (header, language) => {
  expect(languageIn(header)).toBe(language)
})
