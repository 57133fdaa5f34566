import { openDatabase } from '@stella/database'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noLetters } from '../accounts/letters.ts'
import { createApi } from '../create-api.ts'
import { signUp, type TestApi, testApi } from '../testing/test-api.ts'

// A database that cannot be reached: nothing listens on port 1.
const urlOf = (role: string) => `postgresql://${role}_login@127.0.0.1:1/stella`
const nowhere = {
  app: openDatabase({ url: urlOf('stella_app'), role: 'stella_app' }),
  accounts: openDatabase({ url: urlOf('stella_accounts'), role: 'stella_accounts' }),
  support: openDatabase({ url: urlOf('stella_support'), role: 'stella_support' }),
}

let api: TestApi
let cutOff: FastifyInstance
beforeAll(async () => {
  api = await testApi()
  const { bookkeeping, exports, imports, log, mailing, secret } = api
  const parts = {
    bookkeeping,
    mailing,
    exports,
    caseLetters: { queue: async () => {} },
    imports,
    shareLinkKey: secret,
    letters: noLetters,
    log,
    secret,
  }
  cutOff = await createApi({ databases: nowhere, ...parts })
})
afterAll(async () => {
  await cutOff.close()
  await api.close()
  await Promise.all(Object.values(nowhere).map((database) => database.close()))
})

test('without a database nobody is told that their session or key is no longer valid', async () => {
  const person = await signUp(api.app)
  const { key } = (await person.as('POST', '/api/api-keys', { name: 'Kassa' })).json()
  for (const headers of [{ cookie: person.cookie }, { 'x-api-key': key }]) {
    const answer = await cutOff.inject({ url: '/api/customers', headers })
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' })
  }
  const payload = { email: person.email, password: person.password }
  const signIn = await cutOff.inject({ method: 'POST', url: '/api/session', payload })
  expect(signIn.json()).toMatchObject({ status: 503, code: 'unavailable' })
  const made = await cutOff.inject({
    method: 'POST',
    url: '/api/accounts',
    payload: { ...payload, email: 'nieuw@example.nl', name: 'N', organizationName: 'N' },
  })
  expect(made.json()).toMatchObject({ status: 503, code: 'unavailable' })
})

test('the health says so', async () => {
  const answer = await cutOff.inject('/api/health')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toEqual({ status: 'unavailable', database: 'unreachable' })
  expect((await cutOff.inject('/api/health/work')).statusCode).toBe(503)
})
