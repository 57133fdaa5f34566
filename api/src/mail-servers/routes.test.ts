import { afterAll, beforeAll, expect, test } from 'vitest'
import { queuedIn, signUp, type TestApi, testApi } from '../testing/test-api.ts'

const password = 'zout en gist'
const content = {
  host: 'smtp.bakker.test',
  port: 465,
  security: 'tls',
  username: 'bakker',
  password,
  sender: 'facturen@bakker.test',
}

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
const tried: unknown[] = []
beforeAll(async () => {
  const mailing = {
    ...queuedIn([], false),
    tryServer: async (server: { password: string | null }) => {
      tried.push(server)
      return server.password === password
        ? null
        : ({ path: 'password', code: 'mail_server_sign_in_refused' } as const)
    },
  }
  api = await testApi({ mailing })
  person = await signUp(api.app)
})
afterAll(() => api.close())

const server = async () => (await person.as('GET', '/api/mail-server')).json().server
const delivers = async () => (await person.as('GET', '/api/mail-settings')).json().delivers

test('a mail server is kept once it let us in, its password sealed, and ends with a word', async () => {
  const refused = await person.as('PUT', '/api/mail-server', { ...content, password: 'suiker' })
  expect(refused.json()).toMatchObject({
    code: 'invalid_fields',
    fields: [{ path: 'password', code: 'mail_server_sign_in_refused' }],
  })
  expect([await server(), await delivers()]).toEqual([null, false])
  const saved = await person.as('PUT', '/api/mail-server', content)
  expect(saved.json()).toMatchObject({ host: 'smtp.bakker.test', sender: 'facturen@bakker.test' })
  expect([await server(), await delivers()]).toEqual([saved.json(), true])
  expect((await person.as('GET', '/api/mail-server/domain')).json()).toMatchObject({
    domain: { spf: 'missing' },
  })
  const kept = `${await api.dump()}${api.logged()}${saved.body}`
  expect(kept).toContain('smtp.bakker.test')
  expect(kept).not.toContain(password)
  expect((await (await signUp(api.app)).as('GET', '/api/mail-server')).json()).toEqual({ server: null })
  expect((await person.as('DELETE', '/api/mail-server')).statusCode).toBe(204)
  expect([await server(), await delivers()]).toEqual([null, false])
  const audit = (await person.as('GET', '/api/audit')).json().items
  expect(audit.map(({ action }: { action: string }) => action).slice(0, 2)).toEqual([
    'mail_server_ended',
    'mail_server_changed',
  ])
  const log = (await person.as('GET', '/api/activities')).json().items
  expect(log.map(({ detail }: { detail: string }) => detail)).toEqual([
    'Door Marloes van Dijk. Dat was smtp.bakker.test.',
    'Door Marloes van Dijk. Via smtp.bakker.test, van facturen@bakker.test.',
  ])
})

test('what cannot be right is refused before anything is connected to', async () => {
  const before = tried.length
  const wrong = { host: 'https://smtp.bakker.test/', port: 0, sender: 'bakker', password: '' }
  const answer = await person.as('PUT', '/api/mail-server', { ...content, ...wrong })
  expect(answer.json().fields.map(({ code, path }: { code: string; path: string }) => [path, code])).toEqual([
    ['host', 'host_invalid'],
    ['port', 'port_invalid'],
    ['sender', 'email_invalid'],
    ['password', 'required'],
  ])
  expect(tried).toHaveLength(before)
})

test('nobody guesses the password of a mailbox from here, nor looks around: ten times, whoever asks', async () => {
  const guesser = await signUp(api.app)
  const guess = (as: typeof guesser.as, changes: object = {}) =>
    as('PUT', '/api/mail-server', { ...content, host: 'SMTP.doelwit.test', password: 'suiker', ...changes })
  for (let time = 0; time < 10; time += 1)
    expect((await guess(guesser.as)).json()).toMatchObject({ code: 'invalid_fields' })
  const before = tried.length
  const other = await signUp(api.app)
  for (const answer of [await guess(guesser.as), await guess(other.as, { host: 'smtp.doelwit.test' })])
    expect(answer.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
  expect(tried).toHaveLength(before)
})
