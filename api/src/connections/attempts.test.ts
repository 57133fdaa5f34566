import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attemptOf } from '../http/attempts.ts'
import { codesOf, type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { signUp } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
})
afterAll(() => api.close())
beforeEach(() => api.databases.accounts.pool.query('delete from accounts.attempts'))

type Person = Awaited<ReturnType<typeof signUp>>

const wrongCodes = () => ({ ...codesOf(api.sandbox.administration), securityCode2: 'b'.repeat(36) })

const link = (person: Person, codes: object, remoteAddress = '127.0.0.1') =>
  api.app.inject({
    method: 'PUT',
    url: '/api/connection',
    headers: { cookie: person.cookie },
    payload: codes,
    remoteAddress,
  })

const compare = (person: Person, codes: object, remoteAddress: string) =>
  api.app.inject({
    method: 'POST',
    url: '/api/connection/comparisons',
    headers: { cookie: person.cookie },
    payload: codes,
    remoteAddress,
  })

const answers = async (requests: Promise<{ json: () => { code: string } }>[]) =>
  (await Promise.all(requests)).map((answer) => answer.json().code).sort()

describe('guessing codes of e-Boekhouden.nl', () => {
  test('goes no further than thirty an hour for an organization, however many come at once', async () => {
    const person = await signUp(api.app)
    const guesses = Array.from({ length: 35 }, (_, at) =>
      (at % 2 === 0 ? link : compare)(person, wrongCodes(), `203.0.113.${at}`),
    )
    expect(await answers(guesses)).toEqual([
      ...Array(30).fill('connection_refused'),
      ...Array(5).fill('too_many_attempts'),
    ])
    const late = await link(person, codesOf(api.sandbox.addAdministration()), '203.0.113.99')
    expect(late.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect(late.json().detail).toMatch(/Probeer het over (59|60) minuten opnieuw\.$/)
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(3_500)
  })

  test('is not asked of the service any more', async () => {
    const person = await signUp(api.app)
    await Promise.all(Array.from({ length: 20 }, () => link(person, wrongCodes())))
    // A service that cannot be reached would be noticed, if it were asked.
    const rule = api.sandbox.faults.add({ kind: 'http_error', status: 503 })
    expect((await link(person, wrongCodes())).json()).toMatchObject({ code: 'too_many_attempts' })
    api.sandbox.faults.remove(rule)
  })

  test('is not helped by making more organizations, and harms nobody elsewhere', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => signUp(api.app)))
    for (const person of people) {
      const guesses = Array.from({ length: 5 }, () => link(person, wrongCodes(), '203.0.113.7'))
      const expected = person === people[4] ? 'too_many_attempts' : 'connection_refused'
      expect(new Set(await answers(guesses))).toEqual(new Set([expected]))
    }
    const elsewhere = await link(
      await signUp(api.app),
      codesOf(api.sandbox.addAdministration()),
      '203.0.113.8',
    )
    expect(elsewhere.statusCode, elsewhere.body).toBe(200)
  })

  test('ends for everybody after three hundred an hour in all', async () => {
    const { keyHash } = attemptOf(api.secret, 'codes', 300)
    await api.databases.accounts.pool.query(
      'insert into accounts.attempts select $1, array_agg(now()) from generate_series(1, 299)',
      [keyHash],
    )
    const [one, other] = [await signUp(api.app), await signUp(api.app)]
    expect((await link(one, wrongCodes(), '203.0.113.1')).json()).toMatchObject({
      code: 'connection_refused',
    })
    expect((await link(other, wrongCodes(), '203.0.113.2')).json()).toMatchObject({
      code: 'too_many_attempts',
    })
  })
})

describe('what is no guess', () => {
  test('does not count for others: right codes, fields left empty, a service that is away', async () => {
    const rule = api.sandbox.faults.add({ kind: 'http_error', status: 503 })
    const away = Array.from({ length: 10 }, async () => link(await signUp(api.app), wrongCodes()))
    expect(new Set(await answers(away))).toEqual(new Set(['bookkeeping_unreachable']))
    api.sandbox.faults.remove(rule)
    const empty = Array.from({ length: 10 }, async () =>
      link(await signUp(api.app), { ...wrongCodes(), username: '' }),
    )
    expect(new Set(await answers(empty))).toEqual(new Set(['invalid_fields']))
    for (let linked = 0; linked < 5; linked += 1) await linkedPerson(api)
  })

  test('is a test of the link, sixty times an hour', async () => {
    const person = await linkedPerson(api)
    const { keyHash } = attemptOf(api.secret, `tests of ${person.organization.id}`, 60)
    await api.databases.accounts.pool.query(
      'insert into accounts.attempts select $1, array_agg(now()) from generate_series(1, 60)',
      [keyHash],
    )
    const refused = await person.as('POST', '/api/connection/tests')
    expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
  })
})
