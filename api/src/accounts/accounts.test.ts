import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookie } from '../http/caller.ts'
import { requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'
import { createAuthentication } from './authentication.ts'
import { createAccountIn } from './create-account.ts'

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

describe('guessing a password', () => {
  test('is refused after ten wrong ones within an hour, for that address alone, the right one included', async () => {
    const { email, password } = await signUp(api.app)
    const other = await signUp(api.app)
    const guesses = await Promise.all(
      Array.from({ length: 14 }, (_, at) => signIn(email, `fout wachtwoord ${at}`)),
    )
    const codes = guesses.map((guess) => guess.json().code).sort()
    expect(codes).toEqual([...Array(10).fill('sign_in_refused'), ...Array(4).fill('too_many_guesses')])
    const late = await signIn(email, password)
    expect(late.json()).toMatchObject({ status: 429, code: 'too_many_guesses' })
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(3_500)
    expect((await signIn(other.email, other.password)).statusCode).toBe(200)
    const hourAgo = `update accounts.sign_in_guesses set guessed_at = array(select at - interval '61 minutes' from unnest(guessed_at) at)`
    await api.database.database('owner').pool.query(hourAgo)
    expect((await signIn(email, password)).statusCode).toBe(200)
  })

  test('a right one in between forgives the wrong ones', async () => {
    const { email, password } = await signUp(api.app)
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 6; guess += 1) await signIn(email, 'fout wachtwoord')
      expect((await signIn(email, password)).statusCode).toBe(200)
    }
  })

  test('does not tell whether there is such an account', async () => {
    const { email } = await signUp(api.app)
    const known = await signIn(email, 'fout wachtwoord')
    const unknown = await signIn('niemand@example.nl', 'fout wachtwoord')
    expect(unknown.statusCode).toBe(401)
    expect(unknown.json()).toEqual(known.json())
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(known.headers))
    for (let guess = 0; guess < 9; guess += 1) await signIn('niemand@example.nl', 'fout wachtwoord')
    expect((await signIn('niemand@example.nl', 'fout wachtwoord')).json().code).toBe('too_many_guesses')
  })
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
    const hourAgo = `update accounts.sign_in_guesses set guessed_at = array(select at - interval '61 minutes' from unnest(guessed_at) at)`
    await api.database.database('owner').pool.query(hourAgo)
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

describe('the session cookie', () => {
  test('is Secure where people come over https', async () => {
    const { email, password } = await signUp(api.app)
    const answer = await signIn(email, password, { 'x-forwarded-proto': 'https' })
    expect(String(answer.headers['set-cookie'])).toMatch(/; Secure$/)
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

describe('an API key', () => {
  test('does what a person can, until it is withdrawn', async () => {
    const person = await signUp(api.app)
    const made = await person.as('POST', '/api/api-keys', { name: 'Kassa' })
    expect(made.statusCode, made.body).toBe(201)
    const { id, key, start } = made.json()
    expect(key).toMatch(/^stella_[A-Za-z]{64}$/)
    expect(key.startsWith(start)).toBe(true)
    for (const headers of [{ authorization: `Bearer ${key}` }, { 'x-api-key': key }]) {
      const as = requester(api.app, headers)
      const customer = await as('POST', '/api/customers', { kind: 'person', name: 'Jan' })
      expect(customer.statusCode, customer.body).toBe(201)
      expect((await as('GET', '/api/organization')).json().id).toBe(person.organization.id)
      expect((await as('GET', '/api/session')).json()).toMatchObject({ status: 403, code: 'person_only' })
    }
    const listed = (await person.as('GET', '/api/api-keys')).json().items
    expect(listed).toMatchObject([{ id, name: 'Kassa', start }])
    expect(JSON.stringify(listed)).not.toContain(key)
    expect((await person.as('DELETE', `/api/api-keys/${id}`)).statusCode).toBe(204)
    const after = await api.app.inject({ url: '/api/customers', headers: { 'x-api-key': key } })
    expect(after.json()).toMatchObject({ code: 'not_signed_in' })
  })

  test('is not subject to the origin check: no website can send it for somebody else', async () => {
    const person = await signUp(api.app)
    const { key } = (await person.as('POST', '/api/api-keys', { name: 'Kassa' })).json()
    const as = requester(api.app, { 'x-api-key': key, origin: 'https://kassa.example' })
    expect((await as('POST', '/api/customers', { kind: 'person', name: 'Jan' })).statusCode).toBe(201)
  })

  test('that is not valid does not fall back on a cookie', async () => {
    const { cookie } = await signUp(api.app)
    const answer = await api.app.inject({
      url: '/api/customers',
      headers: { cookie, 'x-api-key': 'stella_x' },
    })
    expect(answer.statusCode).toBe(401)
  })

  test('wants a name', async () => {
    const person = await signUp(api.app)
    const answer = await person.as('POST', '/api/api-keys', { name: '  ' })
    expect(answer.json()).toMatchObject({
      code: 'invalid_fields',
      fields: [{ path: 'name', code: 'required' }],
    })
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
