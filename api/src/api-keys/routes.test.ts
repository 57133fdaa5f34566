import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

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

  test('sends no money elsewhere: it may change the profile, and not the bank account', async () => {
    const person = await signUp(api.app)
    const { key } = (await person.as('POST', '/api/api-keys', { name: 'Kassa' })).json()
    const as = requester(api.app, { authorization: `Bearer ${key}` })
    const { id: _, ...profile } = (await person.as('GET', '/api/organization')).json()
    expect((await as('PUT', '/api/organization', { ...profile, city: 'Kampen' })).statusCode).toBe(200)
    for (const change of [{ iban: 'NL20INGB0001234567' }, { accountName: 'Iemand anders' }, { iban: null }]) {
      const answer = await as('PUT', '/api/organization', { ...profile, ...change })
      expect(answer.json()).toMatchObject({ code: 'person_only' })
    }
    expect((await person.as('GET', '/api/organization')).json()).toMatchObject({
      iban: profile.iban,
      city: 'Kampen',
    })
  })

  test('is of who made it, and works until its day', async () => {
    const person = await signUp(api.app)
    const made = (await person.as('POST', '/api/api-keys', { name: 'Kassa', scope: 'read', days: 30 })).json()
    expect(made).toMatchObject({ scope: 'read', personName: 'Marloes van Dijk', isExpired: false })
    const days = (Date.parse(made.expiresAt) - Date.parse(made.createdAt)) / 86_400_000
    expect(Math.round(days)).toBe(30)
    const as = requester(api.app, { authorization: `Bearer ${made.key}` })
    expect((await as('GET', '/api/customers')).statusCode).toBe(200)
    const { pool } = api.database.database('owner')
    await pool.query(`update accounts.api_key set expires_at = now() - interval '1 second' where id = $1`, [
      made.id,
    ])
    expect((await person.as('GET', '/api/api-keys')).json().items).toMatchObject([{ isExpired: true }])
    await expect.poll(async () => (await as('GET', '/api/customers')).statusCode).toBe(401)
  })
})
