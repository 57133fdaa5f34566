import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectTo, head, nextAnswer } from '../testing/raw-connection.ts'
import { company, draftFor, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

// What nobody sends by accident, spoken to a real server.

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
let url: string

beforeAll(async () => {
  api = await testApi({ patience: { headersMs: 400, requestMs: 800, checkEveryMs: 50 } })
  person = await signUp(api.app)
  url = await api.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => api.close())

const connect = () => connectTo(url)

/** More than this is no answer to a mistake. */
const largestProblem = 40_000

const unknownFields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`veld${at}`, 1]))

describe('a body that is made to cost', () => {
  const bodies: [what: string, body: string][] = [
    ['70,000 unknown fields', JSON.stringify(unknownFields(70_000))],
    ['300,000 items', JSON.stringify({ lines: Array(300_000).fill(0) })],
    ['400,000 levels', '['.repeat(400_000) + ']'.repeat(400_000)],
    ['a name of 900,000 characters', JSON.stringify({ ['x'.repeat(900_000)]: 1 })],
    ['900 names of 1,000 characters', JSON.stringify(keysOf(900, 1_000))],
    ['100,000 fields within fields', `{"lines":[${'{"a":1},'.repeat(100_000)}{"a":1}]}`],
  ]

  test.each(bodies)('%s is refused in few words to a stranger', async (_what, body) => {
    const answer = await post('/api/session', body)
    expect(answer.status).toBe(413)
    await expectProblem(answer, 'body_too_large')
  })

  test.each(bodies)('%s is refused in few words to a person', async (_what, body) => {
    for (const path of ['/api/customers', '/api/invoices', '/api/invoices/preview']) {
      const answer = await post(path, body, { cookie: person.cookie })
      expect(answer.status).toBe(400)
      await expectProblem(answer, 'body_too_complex')
    }
  })

  test('with more wrong fields than are named is refused by naming the first', async () => {
    const { id } = (await person.as('POST', '/api/customers', company)).json()
    const wrongShape = { ...draftFor(id), lines: Array(300).fill({ a: 1, b: 2 }) }
    const wrongContent = {
      ...draftFor(id),
      lines: Array(300).fill({ description: '', quantity: 'x', unitPrice: 'x', vatTreatment: 'x' }),
    }
    for (const body of [wrongShape, wrongContent]) {
      const answer = await post('/api/invoices', JSON.stringify(body), { cookie: person.cookie })
      const problem = await expectProblem(answer)
      expect(problem.fields).toHaveLength(100)
      expect(problem.fields[0].path).toMatch(/^lines\.0\./)
    }
    const preview = await person.as('POST', '/api/invoices/preview', wrongContent)
    expect(preview.statusCode).toBe(200)
    expect(preview.json().problems).toHaveLength(100)
  })

  test('with a few unknown fields still names each', async () => {
    const answer = await post('/api/session', JSON.stringify({ email: 'a@b.nl', password: 'x', more: 1 }))
    const { fields } = await expectProblem(answer, 'invalid_request')
    expect(fields).toMatchObject([{ path: 'more', code: 'unknown_field' }])
  })
})

test('a query of thousands of unknown names is refused by naming the first', async () => {
  const query = Array.from({ length: 1_500 }, (_, at) => `v${at}=1`).join('&')
  const answer = await fetch(`${url}/api/customers?${query}`, { headers: { cookie: person.cookie } })
  const { fields } = await expectProblem(answer, 'invalid_request')
  expect(fields).toHaveLength(100)
})

test('a key that is far too long is none, and is not looked up', async () => {
  const lookedUp: string[] = []
  api.databases.accounts.pool.on('acquire', () => lookedUp.push('acquire'))
  const as = requester(api.app, { 'x-api-key': `stella_${'a'.repeat(5_000)}` })
  expect((await as('GET', '/api/customers')).json()).toMatchObject({ code: 'not_signed_in' })
  expect(lookedUp).toEqual([])
})

describe('what is too large', () => {
  const large = JSON.stringify({ name: 'x'.repeat(6_000_000) })

  test('gets its answer although it is still being sent, and the connection goes on', async () => {
    const socket = await connect()
    socket.write(head('POST /api/customers', { cookie: person.cookie, 'content-length': `${large.length}` }))
    socket.write(large)
    const answer = await nextAnswer(socket)
    expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } })
    socket.write(head('GET /api/health', {}))
    expect(await nextAnswer(socket)).toMatchObject({ status: 200 })
    socket.destroy()
  })

  test('and of the wrong kind, or of nobody, gets its answer and no second one', async () => {
    for (const headers of [{ 'content-type': 'text/plain', cookie: person.cookie }, { cookie: 'none' }]) {
      const socket = await connect()
      let text = ''
      socket.on('data', (data) => {
        text += data
      })
      socket.write(head('POST /api/customers', { ...headers, 'content-length': '6000000' }))
      socket.write(large.slice(0, 100_000))
      await once(socket, 'close')
      expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${headers.cookie === 'none' ? 401 : 415}`])
    }
  })

  test('gets its answer also when nobody said how large it would be', async () => {
    const answer = await fetch(`${url}/api/customers`, {
      method: 'POST',
      headers: { cookie: person.cookie, 'content-type': 'application/json' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
    await expectProblem(answer, 'body_too_large')
  })

  test('and has no end is answered and then cut off', async () => {
    const socket = await connect()
    socket.write(head('POST /api/customers', { cookie: person.cookie, 'transfer-encoding': 'chunked' }))
    const ended = new Promise((resolve) => socket.once('close', resolve))
    let text = ''
    socket.on('data', (data) => {
      text += data
    })
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`
    const send = () => {
      while (!socket.destroyed && socket.write(chunk));
    }
    socket.on('drain', send).on('error', () => {})
    send()
    await ended
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('what the server itself refuses', () => {
  const refused: [what: string, request: string, status: number, code: string][] = [
    ['no HTTP', 'NONSENSE\r\n\r\n', 400, 'invalid_request'],
    ['no host', 'GET /api/health HTTP/1.1\r\n\r\n', 400, 'invalid_request'],
    ['headers of 20 kB', head('GET /api/health', { cookie: 'x'.repeat(20_000) }), 431, 'headers_too_large'],
    ['an address of 20 kB', head(`GET /api/${'x'.repeat(20_000)}`, {}), 431, 'headers_too_large'],
    ['an address that is none', head('GET /api/customers/%zz', {}), 400, 'invalid_request'],
    [
      'a name in the address of 200 characters',
      head(`GET /api/customers/${'x'.repeat(200)}`, {}),
      414,
      'address_too_long',
    ],
    [
      'two lengths',
      head('POST /api/session', { 'content-length': '5', 'transfer-encoding': 'chunked' }),
      400,
      'invalid_request',
    ],
    ['a method that is none', head('FETCH /api/health', {}), 400, 'invalid_request'],
    ['a method that nothing has', head('PROPFIND /api/health', {}), 404, 'not_found'],
    ['an asterisk', head('OPTIONS *', {}), 404, 'not_found'],
  ]

  test.each(refused)('%s: a problem like every other', async (_what, request, status, code) => {
    const socket = await connect()
    socket.write(request)
    const { headers, ...answer } = await nextAnswer(socket)
    expect(answer).toMatchObject({ status, body: { status, code } })
    expectHeaders(headers)
    socket.destroy()
  })

  test('is told in the language of the request where that was read', async () => {
    const socket = await connect()
    socket.write(head('GET /api/customers/%zz', { 'accept-language': 'en' }))
    expect((await nextAnswer(socket)).body.title).toBe('Invalid request')
    socket.destroy()
  })

  test('an expectation that nobody knows is left out of account', async () => {
    const socket = await connect()
    socket.write(head('GET /api/health', { expect: 'a miracle' }))
    expect(await nextAnswer(socket)).toMatchObject({ status: 200 })
    socket.destroy()
  })
})

describe('who sends too slowly', () => {
  test.each([
    ['a body', head('POST /api/session', { 'content-length': '100' })],
    ['headers', 'GET /api/health HTTP/1.1\r\nhost: stella\r\n'],
  ])('%s is told so and cut off', async (_what, start) => {
    const socket = await connect()
    const closed = once(socket, 'close')
    const drip = setInterval(() => socket.writable && socket.write('a'), 60)
    socket.on('error', () => {})
    socket.write(start)
    const { headers, ...answer } = await nextAnswer(socket)
    clearInterval(drip)
    expect(answer).toMatchObject({ status: 408, body: { status: 408, code: 'request_timeout' } })
    expectHeaders(headers)
    await closed
  })

  test('while who only listens is left alone', async () => {
    const open = new AbortController()
    const answer = await fetch(`${url}/api/activities/stream`, {
      headers: { cookie: person.cookie },
      signal: open.signal,
    })
    const reader = answer.body?.getReader()
    await reader?.read()
    // Somebody who came later and is too slow is cut off; by then the listener would have been as well.
    const socket = await connect()
    socket.on('error', () => {})
    socket.write('GET /api/health HTTP/1.1\r\n')
    await once(socket.resume(), 'close')
    const next = await person.as('POST', '/api/customers', company)
    expect(next.statusCode).toBe(201)
    const stillOpen = await Promise.race([reader?.closed.then(() => false), Promise.resolve(true)])
    expect(stillOpen).toBe(true)
    open.abort()
  })
})

function keysOf(count: number, length: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [String(at).padEnd(length, 'x'), 1]))
}

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  })
}

async function expectProblem(answer: Response, code?: string) {
  const text = await answer.text()
  expect(text.length).toBeLessThan(largestProblem)
  expectHeaders(Object.fromEntries(answer.headers))
  const problem = JSON.parse(text)
  expect(problem.status).toBe(answer.status)
  if (code !== undefined) expect(problem.code).toBe(code)
  return problem
}

/** What every refusal carries, whoever of us gave it. */
function expectHeaders(headers: Record<string, string>): void {
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  expect(headers['content-security-policy']).toContain("default-src 'self'")
}

test('TRACE, which would give back what was sent, is not answered', async () => {
  const connection = await connect()
  connection.write(head('TRACE /api/health', { 'x-secret': 'abc', connection: 'close' }))
  const answer = await nextAnswer(connection)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(JSON.stringify(answer)).not.toContain('abc')
})

test('a parameter that comes twice is taken for neither', async () => {
  const answer = await person.as('GET', '/api/invoices?limit=1&limit=2')
  expect(answer.statusCode).toBe(400)
})

test.each(['activities', 'customers', 'invoices', 'products'])(
  'a search among %s for the character of no text is refused, and no error of Stella',
  async (list) => {
    const answer = await person.as('GET', `/api/${list}?search=a%00b`)
    expect(answer.statusCode).toBe(400)
  },
)
