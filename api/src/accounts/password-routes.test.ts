import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cookieOf, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'
import { createAuthentication } from './authentication.ts'
import { noLetters } from './letters.ts'
import { replacePasswordIn } from './replace-password.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())
beforeEach(() => {
  api.letters.length = 0
})

const newPassword = 'een heel ander wachtwoord'

let places = 0
/** Each test asks from a place of its own, as places have limits. */
function place() {
  places += 1
  return { 'x-forwarded-for': `198.51.100.${places}` }
}

function askFor(email: string, headers = place()) {
  return api.app.inject({ method: 'POST', url: '/api/password-resets', payload: { email }, headers })
}

function choose(token: string, password = newPassword) {
  const payload = { token, password }
  return api.app.inject({ method: 'POST', url: '/api/password-resets/password', payload, headers: place() })
}

function signInAs(email: string, password: string) {
  return api.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email, password },
    headers: place(),
  })
}

/** What the letter that comes after the answer holds. */
async function tokenFor(email: string): Promise<string> {
  expect((await askFor(email)).statusCode).toBe(202)
  await expect.poll(() => api.letters.length).toBe(1)
  return api.letters.pop()?.token ?? ''
}

describe('a forgotten password', () => {
  test('is replaced once with the link of the letter, and everybody who was signed in is out', async () => {
    const { email, as } = await signUp(api.app)
    expect((await as('GET', '/api/session')).statusCode).toBe(200)
    const token = await tokenFor(` ${email.toUpperCase()} `)

    expect((await choose(token)).statusCode).toBe(204)
    expect((await as('GET', '/api/session')).statusCode).toBe(401)
    expect((await signInAs(email, newPassword)).statusCode).toBe(200)
    await expect.poll(() => api.letters).toMatchObject([{ what: 'passwordChanged', to: { email } }])

    const again = await choose(token, 'en nog een ander wachtwoord')
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ code: 'reset_refused' })
    expect((await signInAs(email, newPassword)).statusCode).toBe(200)
  })

  test('every other letter is of no use then, and so it is after a change by who knows it', async () => {
    const { email, password, as } = await signUp(api.app)
    const [first, second] = [await tokenFor(email), await tokenFor(email)]
    const changed = await as('PUT', '/api/session/password', {
      currentPassword: password,
      password: newPassword,
    })
    expect(changed.statusCode).toBe(204)
    expect((await choose(first)).statusCode).toBe(409)
    api.letters.length = 0
    const [third] = [await tokenFor(email)]
    expect((await choose(second)).statusCode).toBe(409)
    expect((await choose(third)).statusCode).toBe(204)
  })

  test('a reset ends the letters that were asked for before it', async () => {
    const { email } = await signUp(api.app)
    const tokens = [await tokenFor(email), await tokenFor(email), await tokenFor(email)]
    const answers = []
    for (const token of tokens) answers.push((await choose(token)).statusCode)
    expect(answers).toEqual([204, 409, 409])
  })

  test('of two who follow the link at once one chooses', async () => {
    const { email } = await signUp(api.app)
    const token = await tokenFor(email)
    const answers = await Promise.all([choose(token), choose(token, 'en nog een ander wachtwoord')])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409])
  })

  test('a password that is refused leaves the link as it was', async () => {
    const { email } = await signUp(api.app)
    const token = await tokenFor(email)
    const refused = await choose(token, 'kort')
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ fields: [{ path: 'password', code: 'password_too_short' }] })
    expect((await choose(token)).statusCode).toBe(204)
  })

  test('the answer is the same for an address without an account, and nothing is sent', async () => {
    const { email } = await signUp(api.app)
    const [known, unknown] = [await askFor(email), await askFor('niemand@example.nl')]
    expect([unknown.statusCode, unknown.json()]).toEqual([known.statusCode, known.json()])
    await expect.poll(() => api.letters).toMatchObject([{ to: { email } }])
  })

  test('who is shut out gets no letter, and the link they had is dead', async () => {
    const { email } = await signUp(api.app)
    const token = await tokenFor(email)
    const users = api.database.database('owner').kysely
    await users.updateTable('accounts.user').set({ banned: true }).where('email', '=', email).execute()
    expect((await askFor(email)).statusCode).toBe(202)
    expect((await choose(token)).statusCode).toBe(409)
    expect(api.letters).toEqual([])
  })

  test('an hour later the link is dead', async () => {
    const { email } = await signUp(api.app)
    const token = await tokenFor(email)
    await api.database
      .database('owner')
      .pool.query(`update accounts.verification set expires_at = expires_at - interval '61 minutes'`)
    expect((await choose(token)).statusCode).toBe(409)
  })

  test('nobody can choose a password with what the tables hold', async () => {
    const { email } = await signUp(api.app)
    const token = await tokenFor(email)
    const dump = await api.dump()
    expect(dump).not.toContain(token)
    expect(api.logged()).not.toContain(token)
  })

  test('three letters an hour to one address, known or not, whoever asks', async () => {
    const { email } = await signUp(api.app)
    for (const address of [email, 'nooit@example.nl']) {
      const answers = []
      for (let asked = 0; asked < 4; asked += 1) answers.push((await askFor(address)).statusCode)
      expect(answers).toEqual([202, 202, 202, 429])
    }
  })

  test('twenty an hour from one place', async () => {
    const here = place()
    const answers = []
    for (let asked = 0; asked < 21; asked += 1)
      answers.push((await askFor(`adres${asked}@example.nl`, here)).statusCode)
    expect(answers).toEqual([...Array(20).fill(202), 429])
  })

  test('what is no address is said to be none', async () => {
    const answer = await askFor('noor')
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ fields: [{ path: 'email', code: 'email_invalid' }] })
  })
})

describe('a password is changed by who knows it', () => {
  test('and other sessions end, this one goes on', async () => {
    const { email, password, as } = await signUp(api.app)
    const elsewhere = requester(api.app, {
      cookie: cookieOf((await signInAs(email, password)).headers['set-cookie']),
    })
    expect((await elsewhere('GET', '/api/session')).statusCode).toBe(200)
    const changed = await as('PUT', '/api/session/password', {
      currentPassword: password,
      password: newPassword,
    })
    expect(changed.statusCode, changed.body).toBe(204)
    expect((await elsewhere('GET', '/api/session')).statusCode).toBe(401)
    const still = requester(api.app, { cookie: cookieOf(changed.headers['set-cookie']) })
    expect((await still('GET', '/api/session')).statusCode).toBe(200)
    expect((await signInAs(email, password)).statusCode).toBe(401)
    expect(api.letters).toMatchObject([{ what: 'passwordChanged', to: { email } }])
  })

  test('a wrong one is said at its field, ten times an hour', async () => {
    const { as } = await signUp(api.app)
    const guess = () =>
      as('PUT', '/api/session/password', { currentPassword: 'dit is het niet', password: newPassword })
    const first = await guess()
    expect(first.statusCode).toBe(422)
    expect(first.json()).toMatchObject({ fields: [{ path: 'currentPassword', code: 'password_wrong' }] })
    for (let wrong = 1; wrong < 10; wrong += 1) expect((await guess()).statusCode).toBe(422)
    expect((await guess()).statusCode).toBe(429)
  })

  test('not with an API key', async () => {
    const { as } = await signUp(api.app)
    const key = (await as('POST', '/api/api-keys', { name: 'kassa' })).json().key
    const program = requester(api.app, { authorization: `Bearer ${key}` })
    const body = { currentPassword: 'x', password: newPassword }
    expect((await program('PUT', '/api/session/password', body)).json()).toMatchObject({
      code: 'person_only',
    })
  })
})

test('whoever runs this Stella gives another one, and the sessions end', async () => {
  const { email } = await signUp(api.app)
  const { databases, log, secret } = api
  const authentication = await createAuthentication({
    database: databases.accounts,
    secret,
    log,
    letters: noLetters,
  })
  expect(await replacePasswordIn(authentication, `${email} `, newPassword)).toBe(true)
  expect((await signInAs(email, newPassword)).statusCode).toBe(200)
  expect(await replacePasswordIn(authentication, 'niemand@example.nl', newPassword)).toBe(false)
  await expect(replacePasswordIn(authentication, email, 'kort')).rejects.toMatchObject({
    code: 'invalid_fields',
  })
  const sessions = api.database.database('owner').pool
  const { rows } = await sessions.query(
    `select count(*)::int as open from accounts.session s join accounts."user" u on u.id = s.user_id where u.email = $1`,
    [email],
  )
  expect(rows).toEqual([{ open: 1 }])
})
