import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, signUp, type TestApi, testApi } from '../testing/test-api.ts'
import { takesGzip } from './compression.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
  for (let made = 0; made < 50; made += 1) await person.as('POST', '/api/customers', company)
})
afterAll(() => api.close())

const read = (url: string, encoding?: string) =>
  api.app.inject({
    url,
    headers: {
      cookie: person.cookie,
      ...(encoding === undefined ? {} : { 'accept-encoding': encoding }),
    },
  })

describe('an answer of JSON', () => {
  test('that is long is compressed for who takes that, and is the same', async () => {
    const plain = await read('/api/customers')
    const compressed = await read('/api/customers', 'gzip, deflate, br')
    expect(compressed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(Number(compressed.headers['content-length'])).toBe(compressed.rawPayload.length)
    expect(compressed.rawPayload.length * 5).toBeLessThan(plain.rawPayload.length)
    expect(JSON.parse(gunzipSync(compressed.rawPayload).toString())).toEqual(plain.json())
  })

  test('is sent as it is to who does not, or where that saves nothing', async () => {
    for (const [url, encoding] of [
      ['/api/customers', undefined],
      ['/api/customers', 'br'],
      ['/api/customers', 'gzip;q=0'],
      ['/api/session', 'gzip'],
      ['/api/nothing', 'gzip'],
    ] as const) {
      const answer = await read(url, encoding)
      expect(answer.headers).not.toHaveProperty('content-encoding')
      expect(answer.json()).toBeTypeOf('object')
    }
  })
})

test('the stream of the log is never held back to be compressed', async () => {
  const answer = await api.app.inject({
    url: '/api/activities/stream',
    headers: { cookie: person.cookie, 'accept-encoding': 'gzip' },
    payloadAsStream: true,
  })
  expect(answer.headers).not.toHaveProperty('content-encoding')
  answer.stream().destroy()
})

test.each([
  ['gzip', true],
  ['br, gzip;q=0.5', true],
  ['*', true],
  ['GZIP ; q=1.0', true],
  ['gzip;q=0', false],
  ['gzip;q=0.000', false],
  ['identity', false],
  ['x-gzip-not', false],
  [undefined, false],
])('Accept-Encoding %j takes gzip: %s', (header, expected) => {
  expect(takesGzip(header)).toBe(expected)
})
