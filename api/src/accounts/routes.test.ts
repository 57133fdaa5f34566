import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieOf, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

const account = {
  name: 'Piet Bakker',
  email: 'Piet@Example.nl',
  password: 'een lang wachtwoord',
  organizationName: 'Bakkerij Piet',
}

describe('an account', () => {
  test('is made with its organization, signs in, and signs out', async () => {
    const made = await api.app.inject({ method: 'POST', url: '/api/accounts', payload: account })
    expect(made.statusCode, made.body).toBe(201)
    expect(made.json()).toMatchObject({
      user: { name: 'Piet Bakker', email: 'piet@example.nl', supportRole: false },
      organization: { name: 'Bakkerij Piet' },
      language: 'nl',
    })
    const set = String(made.headers['set-cookie'])
    expect(set).toMatch(/HttpOnly/)
    expect(set).toMatch(/SameSite=Lax/)
    expect(set).not.toMatch(/Secure/)

    const signedIn = await api.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'PIET@example.nl', password: account.password },
    })
    expect(signedIn.statusCode, signedIn.body).toBe(200)
    const as = requester(api.app, { cookie: cookieOf(signedIn.headers['set-cookie']) })
    expect((await as('GET', '/api/session')).json()).toEqual(signedIn.json())
    // Who came in, and who was refused, stands in the log without an address (ASVS 16.3.1, 16.3.2).
    expect(api.logged()).toContain('"by":"password"')
    expect(api.logged()).not.toContain('piet@example.nl')
    expect((await as('DELETE', '/api/session')).statusCode).toBe(204)
    expect((await as('GET', '/api/session')).statusCode).toBe(401)
    expect((await as('GET', '/api/customers')).statusCode).toBe(401)
  })

  test('keeps the language a person uses last, and none when it is not named', async () => {
    const named = (language: string) => ({ 'accept-language': language })
    const email = 'talen@example.nl'
    const made = await api.app.inject({
      method: 'POST',
      url: '/api/accounts',
      payload: { ...account, email },
    })
    const kept = async () => {
      const users = api.database.database('owner').kysely.selectFrom('accounts.user')
      return (await users.select('language').where('email', '=', email).executeTakeFirst())?.language
    }
    expect(await kept()).toBeNull()
    const cookie = cookieOf(made.headers['set-cookie'])
    const look = (language: string) =>
      api.app.inject({ method: 'GET', url: '/api/session', headers: { cookie, ...named(language) } })
    expect((await look('en')).statusCode).toBe(200)
    expect(await kept()).toBe('en')
    const signIn = {
      method: 'POST',
      url: '/api/session',
      payload: { email, password: account.password },
    } as const
    await api.app.inject({ ...signIn, headers: named('nl-NL') })
    expect(await kept()).toBe('nl')
  })

  test('cannot be made twice for one address', async () => {
    const { email } = await signUp(api.app)
    const again = await api.app.inject({
      method: 'POST',
      url: '/api/accounts',
      payload: { ...account, email },
    })
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ code: 'email_taken', fields: [{ path: 'email' }] })
  })

  test('names every field that is wrong, and makes nothing', async () => {
    const refused = await api.app.inject({
      method: 'POST',
      url: '/api/accounts',
      payload: { name: ' ', email: 'nog@niet.nl', password: 'kort', organizationName: '' },
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.json().fields).toEqual([
      { path: 'name', code: 'required', message: 'Vul dit veld in.' },
      { path: 'organizationName', code: 'required', message: 'Vul dit veld in.' },
      {
        path: 'password',
        code: 'password_too_short',
        message: 'Kies een wachtwoord van minstens 10 tekens.',
      },
    ])
    const users = await api.database
      .database('owner')
      .kysely.selectFrom('accounts.user')
      .selectAll()
      .where('email', '=', 'nog@niet.nl')
      .execute()
    expect(users).toEqual([])
  })
})
