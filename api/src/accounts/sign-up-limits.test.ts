import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ signUpLimits: { ofOrigin: 3, inAll: 5 } })
})
afterAll(() => api.close())

let accounts = 0
const signUpFrom = (origin: string, given: object = {}) => {
  accounts += 1
  return api.app.inject({
    method: 'POST',
    url: '/api/accounts',
    headers: { 'x-forwarded-for': origin },
    payload: {
      name: 'Jan',
      email: `aanmelding${accounts}@example.nl`,
      password: 'tien tekens of meer',
      organizationName: 'Zaak',
      ...given,
    },
  })
}

test('accounts are made only so often from one place and in all, and what is mistyped does not count', async () => {
  for (let time = 0; time < 4; time += 1)
    expect((await signUpFrom('192.0.2.1', { password: 'kort' })).statusCode).toBe(422)
  for (let time = 0; time < 3; time += 1) expect((await signUpFrom('192.0.2.1')).statusCode).toBe(201)
  const refused = await signUpFrom('192.0.2.1')
  expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_sign_ups' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000)
  for (let time = 0; time < 2; time += 1) expect((await signUpFrom('192.0.2.2')).statusCode).toBe(201)
  expect((await signUpFrom('192.0.2.3')).json()).toMatchObject({ code: 'too_many_sign_ups' })
})
