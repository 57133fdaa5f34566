import { afterAll, beforeAll, expect, test } from 'vitest'
import { signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

test('a mail in the morning comes until somebody wishes none, and that is their own choice', async () => {
  const noor = await signUp(api.app)
  const sam = await signUp(api.app)
  expect((await noor.as('GET', '/api/digest')).json()).toEqual({ wanted: true })
  expect((await noor.as('PUT', '/api/digest', { wanted: false })).json()).toEqual({ wanted: false })
  expect((await noor.as('GET', '/api/digest')).json()).toEqual({ wanted: false })
  expect((await sam.as('GET', '/api/digest')).json()).toEqual({ wanted: true })
})

test('whoever works for no organization has none to be told of', async () => {
  const support = await api.supportPerson()
  expect((await support('GET', '/api/digest')).statusCode).toBe(403)
  expect((await support('PUT', '/api/digest', { wanted: true })).statusCode).toBe(403)
})
