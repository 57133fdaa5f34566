import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieOf, ownCompany, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'
import { createAuthentication } from './authentication.ts'
import { createAccountIn } from './create-account.ts'
import { noLetters } from './letters.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function signInAgain({ email, password }: { email: string; password: string }, headers = {}) {
  const payload = { email, password }
  const answer = await api.app.inject({ method: 'POST', url: '/api/session', payload, headers })
  return requester(api.app, { cookie: cookieOf(answer.headers['set-cookie']) })
}

/** As if the password had been given that long ago. */
async function age(userId: string, interval: string): Promise<void> {
  const { pool } = api.database.database('owner')
  await pool.query(
    `update accounts.session set authenticated_at = authenticated_at - $2::interval where user_id = $1`,
    [userId, interval],
  )
}

describe('one’s own sessions', () => {
  test('are seen with their browser, and ended one by one or all others at once', async () => {
    const person = await signUp(api.app)
    const other = await signInAgain(person, { 'user-agent': firefox })
    const third = await signInAgain(person)
    const { items } = (await person.as('GET', '/api/sessions')).json()
    expect(items).toHaveLength(3)
    expect(items[0]).toMatchObject({ isCurrent: true })
    const inFirefox = items.find(({ browser }: { browser: string }) => browser === 'Firefox')
    expect(inFirefox).toMatchObject({ system: 'Windows', ipAddress: '127.0.0.1', isCurrent: false })
    expect((await person.as('DELETE', `/api/sessions/${inFirefox.id}`)).statusCode).toBe(204)
    expect((await other('GET', '/api/session')).statusCode).toBe(401)
    expect((await third('GET', '/api/session')).statusCode).toBe(200)
    await person.as('DELETE', '/api/sessions')
    expect((await third('GET', '/api/session')).statusCode).toBe(401)
    expect((await person.as('GET', '/api/sessions')).json().items).toHaveLength(1)
  })

  test('of somebody else cannot be ended', async () => {
    const person = await signUp(api.app)
    const other = await signUp(api.app)
    const [{ id }] = (await other.as('GET', '/api/sessions')).json().items
    expect((await person.as('DELETE', `/api/sessions/${id}`)).statusCode).toBe(404)
    expect((await other.as('GET', '/api/session')).statusCode).toBe(200)
  })

  test('end thirty days after they began, however often they are renewed', async () => {
    const person = await signUp(api.app)
    const { pool } = api.database.database('owner')
    const { rows } = await pool.query(
      `update accounts.session set created_at = now() - interval '29 days', expires_at = now() + interval '14 days'
       where user_id = $1 returning expires_at - created_at as life`,
      [person.user.id],
    )
    expect(rows[0].life).toMatchObject({ days: 30 })
    await pool.query(
      `update accounts.session set created_at = now() - interval '31 days' where user_id = $1`,
      [person.user.id],
    )
    const { app } = await api.another()
    expect((await requester(app, { cookie: person.cookie })('GET', '/api/session')).statusCode).toBe(401)
    await app.close()
  })
})

describe('what lets others in or moves money', () => {
  test('asks for the password where the session stood open, and goes on once it was given', async () => {
    const person = await signUp(api.app)
    await age(person.user.id, '16 minutes')
    const profile = { ...ownCompany, name: 'Bakkerij De Proef' }
    const attempts = () => [
      person.as('POST', '/api/api-keys', { name: 'Kassa' }),
      person.as('POST', '/api/invitations', { email: 'gast@example.nl', role: 'viewer' }),
      person.as('PUT', '/api/connection', { username: 'x', securityCode1: 'y', securityCode2: 'z' }),
      person.as('PUT', '/api/organization', { ...profile, iban: 'NL20INGB0001234567' }),
    ]
    await expect.poll(async () => (await attempts()[0])?.statusCode).toBe(403)
    for (const attempt of attempts())
      expect((await attempt).json()).toMatchObject({ code: 'password_needed' })
    const plain = await person.as('PUT', '/api/organization', { ...profile, city: 'Kampen' })
    expect(plain.statusCode, plain.body).toBe(200)
    const wrong = await person.as('POST', '/api/session/confirmations', { password: 'iets heel anders' })
    expect(wrong.json()).toMatchObject({ fields: [{ path: 'password', code: 'password_wrong' }] })
    expect((await attempts()[0])?.statusCode).toBe(403)
    const { password } = person
    expect((await person.as('POST', '/api/session/confirmations', { password })).statusCode).toBe(204)
    expect((await attempts()[0])?.statusCode).toBe(201)
  })

  test('lets nobody guess the password there for ever', async () => {
    const person = await signUp(api.app)
    for (let guess = 0; guess < 10; guess += 1)
      await person.as('POST', '/api/session/confirmations', { password: `gok ${guess}` })
    const { password } = person
    expect((await person.as('POST', '/api/session/confirmations', { password })).json()).toMatchObject({
      code: 'too_many_guesses',
    })
  })
})

describe('a sign-in with a browser that was never used', () => {
  test('is told by mail, and one with a known browser is not', async () => {
    const person = await signUp(api.app)
    const told = () => api.newDevices.filter((email) => email === person.email)
    await signInAgain(person, { 'user-agent': firefox })
    expect(told()).toHaveLength(1)
    const payload = { email: person.email, password: person.password }
    const known = await api.app.inject({ method: 'POST', url: '/api/session', payload })
    const device = String(
      [known.headers['set-cookie']].flat().find((line) => line?.startsWith('stella.device')),
    )
    expect(told()).toHaveLength(2)
    await signInAgain(person, { cookie: device.split(';')[0] })
    expect(told()).toHaveLength(2)
  })

  test('stays known for each account that was signed in to with it', async () => {
    const [person, other] = [await signUp(api.app), await signUp(api.app)]
    const told = () => api.newDevices.filter((email) => [person.email, other.email].includes(email))
    const signIn = async ({ email, password }: typeof person, cookie = '') => {
      const payload = { email, password }
      const headers = { cookie }
      const answer = await api.app.inject({ method: 'POST', url: '/api/session', payload, headers })
      const cookies = [answer.headers['set-cookie']].flat()
      return cookies.find((line) => line?.startsWith('stella.device'))?.split(';')[0] ?? ''
    }
    const device = await signIn(other, await signIn(person))
    expect(told()).toHaveLength(2)
    await signIn(person, await signIn(other, device))
    expect(told()).toHaveLength(2)
  })

  test('is no news of an account that was made by a command and never used', async () => {
    const email = 'gemaakt@example.nl'
    const password = 'tien tekens of meer'
    const { databases, log, secret } = api
    const authentication = await createAuthentication({
      database: databases.accounts,
      secret,
      log,
      letters: noLetters,
    })
    await createAccountIn(authentication, { name: 'Jan', email, password, organizationName: 'Zaak' })
    await signInAgain({ email, password })
    expect(api.newDevices).not.toContain(email)
    await signInAgain({ email, password })
    expect(api.newDevices).toContain(email)
  })
})

test('a password that is guessed first, or holds the address, is refused wherever one is chosen', async () => {
  const person = await signUp(api.app)
  const { email, password } = person
  for (const [chosen, code] of [
    ['welkom2026!', 'password_common'],
    [email, 'password_is_address'],
  ] as const) {
    const changed = await person.as('PUT', '/api/session/password', {
      currentPassword: password,
      password: chosen,
    })
    expect(changed.json()).toMatchObject({ fields: [{ path: 'password', code }] })
    const another = `nieuw.${email}`
    const refused = chosen === email ? another : chosen
    const payload = { name: 'Jan', email: another, password: refused, organizationName: 'Zaak' }
    const made = await api.app.inject({ method: 'POST', url: '/api/accounts', payload })
    expect(made.json()).toMatchObject({ fields: [{ path: 'password', code }] })
  }
})
