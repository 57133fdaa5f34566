import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../testing/authenticator.ts'
import { cookieOf, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

test('a second factor goes over to a new key at the next start, and works without the old one after that', async () => {
  const person = await signUp(api.app)
  const begun = (await person.as('POST', '/api/second-factor', { password: person.password })).json()
  const code = codeOf(begun.address, -1)
  expect((await person.as('POST', '/api/second-factor/confirmations', { code })).statusCode).toBe(204)
  const { pool } = api.database.database('owner')
  const kept = async () => (await pool.query('select secret from accounts.two_factor')).rows[0].secret

  const before = await kept()
  const newSecret = randomBytes(32).toString('hex')
  const both = await api.another({ newerSecrets: [newSecret] })
  await expect.poll(kept).not.toBe(before)
  await both.close()

  const alone = await api.another({ secret: newSecret })
  const payload = { email: person.email, password: person.password }
  const asked = await alone.app.inject({ method: 'POST', url: '/api/session', payload })
  expect(asked.json()).toEqual({ asks: 'code' })
  const give = requester(alone.app, { cookie: cookieOf(asked.headers['set-cookie']) })
  const entered = await give('POST', '/api/session/codes', { code: codeOf(begun.address) })
  expect(entered.statusCode, entered.body).toBe(200)
  await alone.close()
})
