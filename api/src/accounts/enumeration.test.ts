import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { signUp, type TestApi, testApi } from '../testing/test-api.ts'
import { passwords } from './passwords.ts'

// Whether somebody has an account must not show, neither in an answer nor in how much work it was: counted, as a clock
// on a busy machine proves nothing.

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
const statements: string[] = []
const work = { hashes: 0 }
beforeAll(async () => {
  const { hash, verify } = passwords
  vi.spyOn(passwords, 'hash').mockImplementation((given) => {
    work.hashes += 1
    return hash(given)
  })
  vi.spyOn(passwords, 'verify').mockImplementation((given) => {
    work.hashes += 1
    return verify(given)
  })
  api = await testApi()
  person = await signUp(api.app)
  const { query } = Client.prototype
  vi.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...given: unknown[]) {
    const [asked] = given
    statements.push(typeof asked === 'string' ? asked : String((asked as { text?: string }).text))
    return query.apply(this, given as never) as never
  })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await api.close()
})
beforeEach(() => {
  statements.length = 0
  work.hashes = 0
})

/** What a request cost, and what it told. */
async function costOf(ask: () => Promise<{ statusCode: number; body: string }>) {
  statements.length = 0
  work.hashes = 0
  const { body, statusCode } = await ask()
  return {
    statusCode,
    body: body.replaceAll(/"instance":"[^"]*"/g, ''),
    hashes: work.hashes,
    statements: statements.toSorted(),
  }
}

const signIn = (email: string) =>
  api.app.inject({ method: 'POST', url: '/api/session', payload: { email, password: 'iets heel anders' } })

test('signing in costs the same with an address that nobody has and with a wrong password', async () => {
  // The first of each makes what is made once.
  await signIn('niemand@example.nl')
  await signIn(person.email)
  const known = await costOf(() => signIn(person.email))
  expect(known).toMatchObject({ statusCode: 401, hashes: 1 })
  expect(await costOf(() => signIn('niemand@example.nl'))).toEqual(known)
})

test('asking for a new password tells the same, and reckons nothing before the answer', async () => {
  const reset = (email: string) =>
    api.app.inject({ method: 'POST', url: '/api/password-resets', payload: { email } })
  const known = await costOf(() => reset(person.email))
  const unknown = await costOf(() => reset('niemand@example.nl'))
  for (const { statements: _, ...told } of [known, unknown])
    expect(told).toEqual({ statusCode: 202, body: '{"letter":"mail"}', hashes: 0 })
})

test('a change of address costs the same to one that somebody has, and tells the same', async () => {
  const other = await signUp(api.app)
  const change = (email: string) =>
    person.as('PUT', '/api/session/email', { email, password: person.password })
  await change('eerst@example.nl')
  const taken = await costOf(() => change(other.email))
  expect(taken).toMatchObject({ statusCode: 202, hashes: 1 })
  expect(await costOf(() => change('vrij@example.nl'))).toEqual(taken)
})
