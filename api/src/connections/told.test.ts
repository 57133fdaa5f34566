import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesOf, type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
})
afterAll(() => api.close())

test('the log says who made, tested and ended the link, and what a test found', async () => {
  const person = await linkedPerson(api)
  await person.as('POST', '/api/connection/tests')
  const rule = api.sandbox.faults.add({
    kind: 'codes_revoked',
    code: 'E001.5',
    administration: person.administration.guid,
  })
  await person.as('POST', '/api/connection/tests')
  api.sandbox.faults.remove(rule)
  await person.as('DELETE', '/api/connection')
  await person.as('PUT', '/api/connection', codesOf(person.administration))
  const { items } = (await person.as('GET', '/api/activities')).json()
  const byPeople = items.filter(({ kind }: { kind: string }) => kind !== 'connection_paused')
  expect(byPeople.map(({ kind }: { kind: string }) => kind)).toEqual([
    'connection_activated',
    'connection_disconnected',
    'connection_test_failed',
    'connection_tested',
    'connection_activated',
  ])
  for (const { detail } of byPeople) expect(detail).toMatch(/^Door Marloes van Dijk\. /)
  expect(byPeople[2]).toMatchObject({ cause: 'no_permission', outcome: 'waiting' })
})
