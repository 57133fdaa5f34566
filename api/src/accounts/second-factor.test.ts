import { resetSecondFactor } from '@stella/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../testing/authenticator.ts'
import { colleague, cookieOf, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

type Person = Awaited<ReturnType<typeof signUp>>

/** Somebody with a second factor: with how they go on, what their app scanned, and their recovery codes. */
async function secured({ as, password }: Pick<Person, 'as' | 'password'>) {
  const begun = await as('POST', '/api/second-factor', { password })
  expect(begun.statusCode, begun.body).toBe(200)
  const { address, recoveryCodes } = begun.json<{ address: string; recoveryCodes: string[] }>()
  const on = await as('POST', '/api/second-factor/confirmations', { code: codeOf(address, -1) })
  expect(on.statusCode, on.body).toBe(204)
  const cookie = cookieOf(on.headers['set-cookie'])
  return { address, recoveryCodes, as: requester(api.app, { cookie }) }
}

/** The answer to the password, and with which browser its code is given. */
async function passwordOf({ email, password }: Pick<Person, 'email' | 'password'>) {
  const payload = { email, password }
  const answer = await api.app.inject({ method: 'POST', url: '/api/session', payload })
  const challenge = requester(api.app, { cookie: cookieOf(answer.headers['set-cookie']) })
  return { answer, give: (code: string) => challenge('POST', '/api/session/codes', { code }), challenge }
}

describe('a second factor', () => {
  test('is asked once its first code was given, and then of everybody who has the password', async () => {
    const person = await signUp(api.app)
    const elsewhere = await passwordOf(person)
    expect(elsewhere.answer.statusCode).toBe(200)
    const wrong = await person.as('POST', '/api/second-factor', { password: 'iets heel anders' })
    expect(wrong.json()).toMatchObject({ code: 'invalid_fields', fields: [{ code: 'password_wrong' }] })
    const { address, as } = await secured(person)
    expect((await elsewhere.challenge('GET', '/api/session')).statusCode).toBe(401)
    expect((await person.as('GET', '/api/session')).statusCode).toBe(401)
    expect((await as('GET', '/api/session')).json()).toMatchObject({ user: { hasSecondFactor: true } })
    expect((await as('GET', '/api/second-factor')).json()).toMatchObject({
      since: expect.any(String),
      recoveryCodesLeft: 10,
    })

    const { answer, give, challenge } = await passwordOf(person)
    expect(answer.statusCode).toBe(202)
    expect(answer.json()).toEqual({ asks: 'code' })
    expect(String(answer.headers['set-cookie'])).not.toContain('session_token')
    expect((await challenge('GET', '/api/session')).statusCode).toBe(401)
    const entered = await give(codeOf(address))
    expect(entered.statusCode, entered.body).toBe(200)
    const now = requester(api.app, { cookie: cookieOf(entered.headers['set-cookie']) })
    expect((await now('GET', '/api/customers')).statusCode).toBe(200)
  })

  test('takes each code once, whoever read it on the way', async () => {
    const person = await signUp(api.app)
    const { address, recoveryCodes } = await secured(person)
    const code = codeOf(address)
    expect((await (await passwordOf(person)).give(code)).statusCode).toBe(200)
    expect((await (await passwordOf(person)).give(code)).json()).toMatchObject({
      fields: [{ path: 'code', code: 'code_used' }],
    })
    const [first = ''] = recoveryCodes
    const typed = ` ${first.replace('-', '')} `
    expect((await (await passwordOf(person)).give(typed)).statusCode).toBe(200)
    expect((await (await passwordOf(person)).give(first)).json()).toMatchObject({
      fields: [{ path: 'code', code: 'code_used' }],
    })
    // An hour later the count is gone, and the code still is.
    await api.database.database('owner').pool.query('delete from accounts.attempts')
    expect((await (await passwordOf(person)).give(first)).json()).toMatchObject({
      fields: [{ path: 'code', code: 'code_wrong' }],
    })
  })

  test('of two at once with one code lets one in', async () => {
    const person = await signUp(api.app)
    const { recoveryCodes } = await secured(person)
    const [code = ''] = recoveryCodes
    const both = await Promise.all([passwordOf(person), passwordOf(person)])
    const answers = await Promise.all(both.map(({ give }) => give(code)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422])
  })

  test('cannot be guessed: ten wrong codes an hour, however often the password is given', async () => {
    const person = await signUp(api.app)
    const { address } = await secured(person)
    const answers: string[] = []
    for (let round = 0; round < 4; round += 1) {
      const { give } = await passwordOf(person)
      for (let guess = 0; guess < 4; guess += 1) {
        const answer = await give(String(100_000 + round * 10 + guess))
        answers.push(answer.json().code)
      }
    }
    expect(answers.filter((code) => code === 'invalid_fields')).toHaveLength(10)
    expect(answers.slice(10)).toEqual(Array(6).fill('too_many_guesses'))
    const { give } = await passwordOf(person)
    expect((await give(codeOf(address))).json()).toMatchObject({ code: 'too_many_guesses' })
    expect(api.logged()).toMatch(/"code":"too_many_guesses".*request refused/)
  })

  test('asks the code in the browser that gave the password, and in no other', async () => {
    const person = await signUp(api.app)
    const { address } = await secured(person)
    const other = await signUp(api.app)
    await passwordOf(person)
    for (const cookie of [
      '',
      'stella.two_factor=',
      'stella.two_factor=2fa-made-up.mark',
      'stella.two_factor=%',
    ])
      expect(
        (
          await requester(api.app, { cookie })('POST', '/api/session/codes', { code: codeOf(address) })
        ).json(),
      ).toMatchObject({ code: 'sign_in_expired' })
    // Somebody else's session is no answer to it either.
    const foreign = await other.as('POST', '/api/session/codes', { code: codeOf(address) })
    expect(foreign.json()).toMatchObject({ code: 'sign_in_expired' })
  })

  test('is turned off and gets new codes with the password, each told by mail', async () => {
    const person = await signUp(api.app)
    const { as, recoveryCodes } = await secured(person)
    const wrong = await as('POST', '/api/second-factor/removals', { password: 'iets heel anders' })
    expect(wrong.statusCode).toBe(422)
    const made = await as('POST', '/api/second-factor/recovery-codes', { password: person.password })
    expect(made.json().recoveryCodes).toHaveLength(10)
    const [old = ''] = recoveryCodes
    expect((await (await passwordOf(person)).give(old)).statusCode).toBe(422)
    expect((await (await passwordOf(person)).give(made.json().recoveryCodes[0])).statusCode).toBe(200)
    const off = await as('POST', '/api/second-factor/removals', { password: person.password })
    expect(off.statusCode, off.body).toBe(204)
    expect((await passwordOf(person)).answer.statusCode).toBe(200)
    const told = api.letters.filter(({ to }) => to.email === person.email).map(({ change }) => change)
    expect(told).toEqual(['on', 'recoveryCodes', 'off'])
  })

  test('stands in no table as it is scanned or typed', async () => {
    const person = await signUp(api.app)
    const { address, recoveryCodes } = await secured(person)
    const dump = await api.dump()
    const key = new URL(address).searchParams.get('secret') ?? ''
    for (const secret of [key, ...recoveryCodes]) expect(dump).not.toContain(secret)
    expect(api.logged()).not.toContain(key)
  })

  test('of who lost everything is taken away by whoever runs Stella', async () => {
    const person = await signUp(api.app)
    const { as } = await secured(person)
    expect(await resetSecondFactor(api.databases.accounts, person.email.toUpperCase())).toBe(true)
    expect(await resetSecondFactor(api.databases.accounts, 'niemand@example.nl')).toBe(false)
    await expect.poll(async () => (await as('GET', '/api/session')).statusCode).toBe(401)
    const { answer, challenge } = await passwordOf(person)
    expect(answer.statusCode).toBe(200)
    const again = await challenge('POST', '/api/second-factor', { password: person.password })
    expect(again.statusCode).toBe(200)
  })
})

describe('where a second factor is asked', () => {
  test('codes, bank account, members and keys wait for it; everything else goes on', async () => {
    const owner = await signUp(api.app)
    const ask = (as: Person['as'], isAsked: boolean) =>
      as('PUT', '/api/organization/second-factor', { isAsked })
    expect((await ask(owner.as, true)).json()).toMatchObject({ code: 'second_factor_needed' })
    const second = await colleague(api, owner, 'owner')
    const { as } = await secured(owner)
    expect((await ask(as, true)).statusCode).toBe(200)

    await expect
      .poll(async () => (await second.as('GET', '/api/session')).json().secondFactorNeededFor)
      .toBe('organization')
    const { items, asksSecondFactor } = (await second.as('GET', '/api/members')).json()
    expect(asksSecondFactor).toBe(true)
    expect(items.map(({ hasSecondFactor }: { hasSecondFactor: boolean }) => hasSecondFactor)).toEqual([
      true,
      false,
    ])
    const company = (await second.as('GET', '/api/organization')).json()
    const { id: _id, logoId: _logoId, ...content } = company
    const refused = await Promise.all([
      second.as('POST', '/api/invitations', { email: 'nog.iemand@example.nl', role: 'viewer' }),
      second.as('POST', '/api/api-keys', { name: 'Kassa', scope: 'read' }),
      second.as('PUT', '/api/organization', { ...content, iban: 'NL02ABNA0123456789' }),
      ask(second.as, false),
    ])
    expect(refused.map((answer) => answer.json().code)).toEqual(Array(4).fill('second_factor_needed'))
    expect(
      (await second.as('PUT', '/api/organization', { ...content, phone: '0101234567' })).statusCode,
    ).toBe(200)
    const begun = await secured(second)
    const invited = await begun.as('POST', '/api/invitations', { email: 'nog@example.nl', role: 'viewer' })
    expect(invited.statusCode, invited.body).toBe(201)

    const [entry] = (await as('GET', '/api/audit'))
      .json()
      .items.filter(({ action }: { action: string }) => action === 'second_factor_asked')
    expect(entry).toMatchObject({ before: { secondFactor: 'notAsked' }, after: { secondFactor: 'asked' } })
  })

  test('the support desk is closed without one', async () => {
    const support = await api.supportPerson({ hasSecondFactor: false })
    expect((await support('GET', '/api/session')).json()).toMatchObject({ secondFactorNeededFor: 'support' })
    expect((await support('GET', '/api/support/bookings')).json()).toMatchObject({
      status: 403,
      code: 'second_factor_needed',
    })
  })
})
