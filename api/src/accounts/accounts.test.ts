import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookie } from '../http/caller.ts'
import { cookieOf, signUp, type TestApi, testApi } from '../testing/test-api.ts'
import { createAuthentication } from './authentication.ts'
import { createAccountIn } from './create-account.ts'
import { noLetters } from './letters.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  api.app.inject({ method: 'POST', url: '/api/session', payload: { email, password }, headers })

describe('what is stored', () => {
  test('signs nobody in: neither the session’s token nor the password nor the key stands in it', async () => {
    const person = await signUp(api.app)
    const key = (await person.as('POST', '/api/api-keys', { name: 'Kassa' })).json().key
    const token = decodeURIComponent(person.cookie.slice(sessionCookie.length + 1)).split('.')[0] ?? ''
    expect(token.length).toBeGreaterThan(20)
    const dump = await api.dump()
    expect(dump).toContain(person.email)
    for (const secret of [token, person.password, key]) expect(dump).not.toContain(secret)
    const { pool } = api.database.database('owner')
    const { rows } = await pool.query(`select token from accounts.session where user_id = $1`, [
      person.user.id,
    ])
    const stolen = await api.app.inject({
      url: '/api/session',
      headers: { cookie: `${sessionCookie}=${rows[0].token}` },
    })
    expect(stolen.statusCode).toBe(401)
  })

  test('of a password is argon2id with the cost OWASP advises', async () => {
    const { rows } = await api.database
      .database('owner')
      .pool.query('select distinct substring(password for 31) as head from accounts.account')
    expect(rows).toEqual([{ head: '$argon2id$v=19$m=19456,t=2,p=1$' }])
  })

  test('is read by no other role', async () => {
    for (const role of ['stella_app', 'stella_worker', 'stella_support'] as const) {
      for (const table of ['"user"', 'session', 'account', 'api_key', 'member']) {
        const query = api.database.database(role).pool.query(`select * from accounts.${table}`)
        await expect(query).rejects.toThrow(/permission denied/)
      }
    }
    const customers = api.databases.accounts.pool.query('select * from customers')
    await expect(customers).rejects.toThrow(/permission denied/)
  })
})

describe('an account and its organization', () => {
  test('are made together or not at all', async () => {
    const authentication = await createAuthentication({
      database: api.databases.accounts,
      secret: api.secret,
      log: api.log,
      letters: noLetters,
    })
    const owner = api.database.database('owner').pool
    await owner.query(`alter table accounts.organization add constraint refused check (name <> 'Onmogelijk')`)
    const account = {
      name: 'A',
      email: 'half@example.nl',
      password: 'tien tekens of meer',
      organizationName: 'Onmogelijk',
    }
    await expect(createAccountIn(authentication, account)).rejects.toThrow()
    const { rows } = await owner.query(`select 1 from accounts."user" where email = 'half@example.nl'`)
    expect(rows).toEqual([])
  })
})

describe('the session cookie', () => {
  test('is Secure where people come over https', async () => {
    const { email, password } = await signUp(api.app)
    const answer = await signIn(email, password, { 'x-forwarded-proto': 'https' })
    for (const cookie of [answer.headers['set-cookie']].flat()) expect(cookie).toMatch(/; Secure$/)
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  })

  test('is of this host alone over https: one that a neighbour or an unsafe line put there is none', async () => {
    const { email, password } = await signUp(api.app)
    const overTls = { 'x-forwarded-proto': 'https' }
    const cookie = cookieOf((await signIn(email, password, overTls)).headers['set-cookie'])
    expect(cookie).toMatch(/^__Host-stella\.session_token=/)
    const look = (given: string, headers = {}) =>
      api.app.inject({ url: '/api/session', headers: { cookie: given, ...headers } })
    expect((await look(cookie, overTls)).statusCode).toBe(200)
    expect((await look(cookie.replace('__Host-', ''), overTls)).statusCode).toBe(401)
    expect((await look(cookie)).statusCode).toBe(401)
    expect((await look(cookie)).headers['strict-transport-security']).toBeUndefined()
    const out = await api.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie, ...overTls },
    })
    expect(cookieOf(out.headers['set-cookie'])).toBe('__Host-stella.session_token=')
  })

  test('that was forged or shortened is worth nothing', async () => {
    const { cookie } = await signUp(api.app)
    for (const forged of [cookie.slice(0, -4), `${cookie.split('.')[0]}.AAAA`, `${sessionCookie}=x.y`]) {
      const answer = await api.app.inject({ url: '/api/session', headers: { cookie: forged } })
      expect(answer.json()).toMatchObject({ code: 'not_signed_in' })
    }
  })

  test('of somebody who is shut out lets nobody sign in again', async () => {
    const { email, password, user } = await signUp(api.app)
    await api.database
      .database('owner')
      .pool.query(`update accounts."user" set banned = true where id = $1`, [user.id])
    expect((await signIn(email, password)).json()).toMatchObject({ code: 'sign_in_refused' })
  })
})

test('an account of the support desk is made by the program alone, with or without an organization', async () => {
  const as = await api.supportPerson()
  expect((await as('GET', '/api/session')).json()).toMatchObject({
    user: { supportRole: true },
    organization: null,
  })
  expect((await as('GET', '/api/support/bookings')).json()).toEqual({ items: [], nextCursor: null })
  expect((await as('GET', '/api/customers')).json()).toMatchObject({ status: 403, code: 'no_organization' })
  const claimed = await api.app.inject({
    method: 'POST',
    url: '/api/accounts',
    payload: {
      name: 'X',
      email: 'x@example.nl',
      password: 'tien tekens of meer',
      organizationName: 'X',
      supportRole: true,
    },
  })
  expect(claimed.json()).toMatchObject({ fields: [{ path: 'supportRole', code: 'unknown_field' }] })
})
