import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../testing/authenticator.ts'
import { colleague, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

test('the only owner of an organization stays, until somebody else is one', async () => {
  const owner = await signUp(api.app)
  const { password } = owner
  const remove = () => owner.as('POST', '/api/account/deletion', { password })
  expect((await remove()).json()).toMatchObject({ status: 409, code: 'last_owner' })
  expect((await owner.as('GET', '/api/session')).statusCode).toBe(200)
  await colleague(api, owner, 'owner')
  expect((await remove()).statusCode).toBe(204)
})

test('nothing of a person is left but what they did, and every way in is closed at once', async () => {
  const owner = await signUp(api.app)
  const person = await colleague(api, owner, 'owner')
  const { email, password } = person
  const made = (await person.as('POST', '/api/api-keys', { name: 'Kassa', scope: 'read' })).json()
  const withKey = requester(api.app, { authorization: `Bearer ${made.key}` })
  expect((await withKey('GET', '/api/customers')).statusCode).toBe(200)
  const begun = (await person.as('POST', '/api/second-factor', { password })).json()
  expect(codeOf(begun.address)).toMatch(/^\d{6}$/)
  const wrong = await person.as('POST', '/api/account/deletion', { password: 'iets heel anders' })
  expect(wrong.json()).toMatchObject({ fields: [{ path: 'password', code: 'password_wrong' }] })

  const gone = await person.as('POST', '/api/account/deletion', { password })
  expect(gone.statusCode, gone.body).toBe(204)
  expect((await person.as('GET', '/api/session')).statusCode).toBe(401)
  expect((await withKey('GET', '/api/customers')).statusCode).toBe(401)
  const payload = { email, password }
  const again = await api.app.inject({ method: 'POST', url: '/api/session', payload })
  expect(again.json()).toMatchObject({ code: 'sign_in_refused' })
  const { pool } = api.database.database('owner')
  for (const table of ['session', 'account', 'two_factor', 'member', 'api_key']) {
    const { rowCount } = await pool.query(`select from accounts.${table} where user_id = $1`, [
      person.user.id,
    ])
    expect(rowCount, table).toBe(0)
  }
  const { items } = (await owner.as('GET', '/api/audit')).json()
  expect(items[0]).toMatchObject({ action: 'member_left', subject: email, actor: { name: 'Henk van Dijk' } })
  expect(api.letters.at(-1)).toMatchObject({ what: 'accountDeleted', to: { email } })
  const anew = await colleague(api, owner, 'viewer')
  expect((await anew.as('GET', '/api/members')).json().items).toHaveLength(2)
})
