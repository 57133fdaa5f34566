import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptOf } from '../http/attempts.ts'
import { cookieOf, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ trustedProxies: '10.0.0.0/8' })
})
afterAll(() => api.close())

const wrong = 'fout wachtwoord'

const signIn = (email: string, password: string, from = '127.0.0.1', cookie?: string) =>
  api.app.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress: from,
    payload: { email, password },
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  })

const codes = (answers: Awaited<ReturnType<typeof signIn>>[]) =>
  answers.map((answer) => (answer.statusCode === 200 ? 'signed_in' : answer.json().code)).sort()

const anHourPasses = () =>
  api.database
    .database('owner')
    .pool.query(
      `update accounts.attempts set attempted_at = array(select at - interval '61 minutes' from unnest(attempted_at) at)`,
    )

/** Ten wrong guesses from each of ten places: as many as one account bears. */
async function guessFromEverywhere(email: string): Promise<void> {
  const places = Array.from({ length: 10 }, (_, place) => `198.51.100.${place + 1}`)
  const guesses = places.flatMap((place) => Array.from({ length: 10 }, () => signIn(email, wrong, place)))
  expect(new Set(codes(await Promise.all(guesses)))).toEqual(new Set(['sign_in_refused']))
}

/** The cookie of a browser that this account was signed in to with. */
async function deviceOf(email: string, password: string): Promise<string> {
  const answer = await signIn(email, password, '203.0.113.99')
  const cookies = [answer.headers['set-cookie'] ?? []].flat()
  return cookieOf(cookies.find((cookie) => cookie.startsWith('stella.device=')))
}

describe('guessing a password from one place', () => {
  test('is refused after ten wrong ones within an hour, for that account alone, the right one included', async () => {
    const { email, password } = await signUp(api.app)
    const other = await signUp(api.app)
    const guesses = await Promise.all(Array.from({ length: 14 }, (_, at) => signIn(email, `${wrong} ${at}`)))
    expect(codes(guesses)).toEqual([
      ...Array(10).fill('sign_in_refused'),
      ...Array(4).fill('too_many_guesses'),
    ])
    const late = await signIn(email, password)
    expect(late.json()).toMatchObject({ status: 429, code: 'too_many_guesses' })
    expect(late.json().detail).toMatch(/Probeer het over (59|60) minuten opnieuw\.$/)
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(3_500)
    expect((await signIn(other.email, other.password)).statusCode).toBe(200)
    await anHourPasses()
    expect((await signIn(email, password)).statusCode).toBe(200)
  })

  test('shuts nobody out who comes from elsewhere', async () => {
    const { email, password } = await signUp(api.app)
    for (let guess = 0; guess < 12; guess += 1) await signIn(email, wrong, '203.0.113.1')
    expect((await signIn(email, password, '203.0.113.1')).json()).toMatchObject({ code: 'too_many_guesses' })
    for (const from of ['203.0.113.2', '2001:db8::1']) {
      expect((await signIn(email, password, from)).statusCode).toBe(200)
    }
  })

  test('counts an IPv6 network as one place', async () => {
    const { email, password } = await signUp(api.app)
    for (let guess = 0; guess < 10; guess += 1) await signIn(email, wrong, `2001:db8:7:7::${guess + 1}`)
    expect((await signIn(email, password, '2001:db8:7:7:ffff::1')).json()).toMatchObject({
      code: 'too_many_guesses',
    })
    expect((await signIn(email, password, '2001:db8:7:8::1')).statusCode).toBe(200)
  })

  test('at many accounts is refused after three hundred', async () => {
    const { email, password } = await signUp(api.app)
    const { keyHash } = attemptOf(api.secret, 'sign-ins from 203.0.113.30', 300)
    await api.databases.accounts.pool.query(
      'insert into accounts.attempts select $1, array_agg(now()) from generate_series(1, 299)',
      [keyHash],
    )
    const answers = [
      await signIn(email, password, '203.0.113.30'),
      await signIn('iemand@example.nl', wrong, '203.0.113.30'),
      await signIn(email, password, '203.0.113.30'),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 429])
    expect((await signIn(email, password, '203.0.113.31')).statusCode).toBe(200)
  })

  test('is forgiven by a right one in between', async () => {
    const { email, password } = await signUp(api.app)
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 6; guess += 1) await signIn(email, wrong)
      expect((await signIn(email, password)).statusCode).toBe(200)
    }
  })
})

describe('guessing a password from everywhere', () => {
  test('is refused after a hundred, but not to a browser that signed in before, wherever it is', async () => {
    const { email, password } = await signUp(api.app)
    const device = await deviceOf(email, password)
    await guessFromEverywhere(email)
    expect((await signIn(email, password, '203.0.113.2')).json()).toMatchObject({ code: 'too_many_guesses' })
    for (const from of ['203.0.113.2', '198.51.100.1']) {
      expect((await signIn(email, password, from, device)).statusCode).toBe(200)
    }
    await anHourPasses()
    expect((await signIn(email, password, '203.0.113.2')).statusCode).toBe(200)
  })

  test('lets a known browser guess ten times and no more', async () => {
    const { email, password } = await signUp(api.app)
    const device = await deviceOf(email, password)
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, at) => signIn(email, wrong, `203.0.113.${at}`, device)),
    )
    expect(codes(guesses)).toEqual([
      ...Array(10).fill('sign_in_refused'),
      ...Array(2).fill('too_many_guesses'),
    ])
    expect((await signIn(email, password, '203.0.113.77')).statusCode).toBe(200)
  })

  test('is not made easier by a browser known for another account, or by a forged one', async () => {
    const { email, password } = await signUp(api.app)
    const other = await signUp(api.app)
    const device = await deviceOf(email, password)
    const forged = [
      await deviceOf(other.email, other.password),
      `${device.slice(0, -4)}AAAA`,
      'stella.device=x.y',
      'stella.device=.',
    ]
    await guessFromEverywhere(email)
    for (const cookie of forged) {
      const answer = await signIn(email, password, '203.0.113.2', cookie)
      expect(answer.json(), cookie).toMatchObject({ code: 'too_many_guesses' })
    }
  })
})

test('where a guess comes from is said by whoever sends it, or by a proxy that is trusted', async () => {
  const { email, password } = await signUp(api.app)
  const claiming = (remoteAddress: string, from: string, given: string) =>
    api.app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress,
      headers: { 'x-forwarded-for': from },
      payload: { email, password: given },
    })
  for (let guess = 0; guess < 10; guess += 1) await claiming('203.0.113.1', `198.51.100.${guess}`, wrong)
  expect((await claiming('203.0.113.1', '198.51.100.77', password)).statusCode).toBe(429)
  for (let guess = 0; guess < 10; guess += 1) await claiming('10.0.0.7', '203.0.113.2', wrong)
  expect((await claiming('10.0.0.7', '203.0.113.2', password)).statusCode).toBe(429)
  expect((await claiming('10.0.0.7', '203.0.113.3', password)).statusCode).toBe(200)
})

test('guessing does not tell whether there is such an account', async () => {
  const { email } = await signUp(api.app)
  const known = await signIn(email, wrong)
  const unknown = await signIn('niemand@example.nl', wrong)
  expect(unknown.statusCode).toBe(401)
  expect(unknown.json()).toEqual(known.json())
  expect(Object.keys(unknown.headers)).toEqual(Object.keys(known.headers))
  for (let guess = 0; guess < 9; guess += 1) await signIn('niemand@example.nl', wrong)
  expect((await signIn('niemand@example.nl', wrong)).json().code).toBe('too_many_guesses')
  await guessFromEverywhere('niemand-anders@example.nl')
  expect((await signIn('niemand-anders@example.nl', wrong)).json().code).toBe('too_many_guesses')
})

describe('finding out which addresses have an account', () => {
  const signUpFrom = (remoteAddress: string, email: string) =>
    api.app.inject({
      method: 'POST',
      url: '/api/accounts',
      remoteAddress,
      payload: { name: 'Iemand', email, password: 'tien tekens of meer', organizationName: 'Van alles' },
    })

  test.each([
    ['203.0.113.7', '203.0.113.7', '203.0.113.8'],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::2', '2001:db8:1:3::1'],
  ])('goes no further than ten an hour from %s, whatever is asked after that', async (first, same, other) => {
    const { email } = await signUp(api.app)
    for (let asked = 0; asked < 10; asked += 1) {
      expect((await signUpFrom(first, email)).json()).toMatchObject({ code: 'email_taken' })
    }
    for (const asked of [email, `vrij-${first.replaceAll(':', '-')}@example.nl`]) {
      const refused = await signUpFrom(same, asked)
      expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_sign_ups' })
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_500)
    }
    expect((await signUpFrom(other, email)).json()).toMatchObject({ code: 'email_taken' })
    await anHourPasses()
    expect((await signUpFrom(same, email)).json()).toMatchObject({ code: 'email_taken' })
  })

  test('is not made easier by making accounts in between, and making accounts is not counted', async () => {
    const taken = await signUp(api.app)
    for (let round = 0; round < 12; round += 1) {
      const made = await signUpFrom('203.0.113.9', `nieuw-${round}@example.nl`)
      expect(made.statusCode, made.body).toBe(round < 10 ? 201 : 429)
      if (round < 10) await signUpFrom('203.0.113.9', taken.email)
    }
  })
})
