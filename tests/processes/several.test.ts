import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newPlace, runProgram } from '../program/running-program.ts'
import {
  customer,
  invoiceFor,
  profile,
  type Shared,
  signUp,
  startOne,
  startShared,
} from '../program/several.ts'

// Several processes of the program before one PostgreSQL, and somebody before them who sends each request to one that
// says it is ready.

let shared: Shared
beforeAll(async () => {
  shared = await startShared()
})
afterAll(() => shared.stop())

/** Sends each request to the next one that says it is ready; asked again and again, as a load balancer does. */
function balancerOver(addresses: readonly string[]) {
  let ready: string[] = []
  let turn = 0
  const failures: string[] = []
  const stopped = new AbortController()
  const look = async () => {
    const answers = await Promise.all(
      addresses.map((address) =>
        fetch(`${address}/api/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    )
    ready = addresses.filter((_, at) => answers[at])
  }
  const looking = (async () => {
    while (!stopped.signal.aborted) {
      await look()
      await sleep(250)
    }
  })()
  return {
    failures,
    readyOnes: () => ready.length,
    async send<Answer>(cookie: string, method: string, path: string, body?: unknown): Promise<Answer> {
      turn += 1
      const address = ready[turn % Math.max(ready.length, 1)] ?? addresses[0] ?? ''
      const answer = await fetch(`${address}${path}`, {
        method,
        headers: {
          cookie,
          origin: address,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch((error: Error) => {
        failures.push(`${method} ${path} at ${address}: ${error.message} ${String(error.cause)}`)
        throw error
      })
      const text = await answer.text()
      if (answer.status >= 500) failures.push(`${method} ${path} at ${address}: ${answer.status} ${text}`)
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
      return (text === '' ? undefined : JSON.parse(text)) as Answer
    },
    async stop() {
      stopped.abort()
      await looking
    },
  }
}

test('what is not shared by all is asked for in one sentence', async () => {
  const { DATABASE_URL: _, ...rest } = shared.settings
  const place = await newPlace(rest)
  onTestFinished(place.clear)
  const { code, output } = await runProgram(place, ['worker'])
  expect(code).toBe(1)
  expect(output.trim()).toMatch(/^DATABASE_URL is niet ingevuld; .*STELLA_SECRET_KEY/)
})

test('all are started anew under load, one after another: nobody sees an error, and each invoice is booked once', async () => {
  const { first } = await shared.sandbox.call('access', null)
  const webs = [
    await startOne('the web alone', shared.settings),
    await startOne('the web alone', shared.settings),
  ]
  const workers = [
    await startOne('the worker alone', shared.settings),
    await startOne('the worker alone', shared.settings),
  ]
  const balancer = balancerOver(webs.map(({ address }) => address))
  onTestFinished(() => balancer.stop())
  await expect.poll(balancer.readyOnes).toBe(2)
  const cookie = await signUp(webs[0]?.address ?? '')
  const send = <Answer>(method: string, path: string, body?: unknown) =>
    balancer.send<Answer>(cookie, method, path, body)
  await send('PUT', '/api/organization', profile)
  const { username, code1: securityCode1, code2: securityCode2 } = first
  await send('PUT', '/api/connection', { username, securityCode1, securityCode2 })
  const { id: customerId } = await send<{ id: string }>('POST', '/api/customers', customer)

  const numbers: string[] = []
  let isWriting = true
  const write = async () => {
    while (isWriting) {
      const { id } = await send<{ id: string }>('POST', '/api/invoices', invoiceFor(customerId))
      const { number } = await send<{ number: string }>('POST', `/api/invoices/${id}/finalization`)
      numbers.push(number)
      await send('GET', '/api/overview')
      // As busy as one address may be.
      await sleep(200)
    }
  }
  const writers = Promise.allSettled([write(), write()])
  for (const one of [...webs, ...workers]) await one.again()
  isWriting = false
  await writers
  expect(balancer.failures).toEqual([])

  const overview = () =>
    send<{ books: { booked: number; verified: number; failed: number } }>('GET', '/api/overview')
  await expect
    .poll(async () => {
      const { booked, verified, failed } = (await overview()).books
      return { done: booked + verified, failed }
    })
    .toEqual({ done: numbers.length, failed: 0 })
  const { mutations } = await shared.sandbox.call('books', first.guid)
  expect(mutations.map(({ invoiceNumber }) => invoiceNumber).sort()).toEqual([...numbers].sort())
})

test('what happens at one is seen at the other at once: the log, and the end of a session', async () => {
  const webs = [
    await startOne('the web alone', shared.settings),
    await startOne('the web alone', shared.settings),
  ]
  const [here = '', there = ''] = webs.map(({ address }) => address)
  const cookie = await signUp(here)
  const closing = new AbortController()
  const stream = await fetch(`${there}/api/activities/stream`, {
    headers: { cookie },
    signal: closing.signal,
  })
  let seen = ''
  const reading = stream.body
    ?.pipeTo(
      new WritableStream({
        write: (chunk) => {
          seen += Buffer.from(chunk).toString()
        },
      }),
    )
    .catch(() => {})
  const headers = { cookie, origin: here, 'content-type': 'application/json' }
  const put = (path: string, body: unknown, method = 'PUT') =>
    fetch(`${here}${path}`, { method, headers, body: JSON.stringify(body) })
  await put('/api/organization', profile)
  const { id: customerId } = (await (await put('/api/customers', customer, 'POST')).json()) as { id: string }
  const draft = (await (await put('/api/invoices', invoiceFor(customerId), 'POST')).json()) as { id: string }
  await fetch(`${here}/api/invoices/${draft.id}/finalization`, {
    method: 'POST',
    headers: { cookie, origin: here },
  })
  await expect.poll(() => seen).toContain('event: activity')
  await fetch(`${here}/api/session`, { method: 'DELETE', headers: { cookie, origin: here } })
  const status = async () => (await fetch(`${there}/api/session`, { headers: { cookie } })).status
  await expect.poll(status).toBe(401)
  closing.abort()
  await reading
})
