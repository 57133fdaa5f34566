import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../testing/authenticator.ts'
import {
  colleague,
  company,
  cookieOf,
  draftFor,
  ownCompany,
  requester,
  signUpAnew,
  type TestApi,
  testApi,
} from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ confirmed: false })
})
afterAll(() => api.close())

const tokenOf = (what: 'emailConfirmation' | 'emailChange', email: string) =>
  api.letters.findLast((letter) => letter.what === what && letter.to.email === email)?.token ?? ''
const confirm = (token: string) =>
  api.app.inject({ method: 'POST', url: '/api/email-confirmations', payload: { token } })

let addresses = 0
function newAddress(): string {
  addresses += 1
  return `nieuw${addresses}@example.nl`
}

describe('the address of a new account', () => {
  test('is confirmed by the link of a letter before invoices are mailed; everything else goes on meanwhile', async () => {
    const { as, email } = await signUpAnew(api.app)
    await as('PUT', '/api/organization', { ...ownCompany, name: 'Zaak' })
    const customer = (await as('POST', '/api/customers', { ...company, email: 'klant@example.nl' })).json()
    const draft = (await as('POST', '/api/invoices', draftFor(customer.id))).json()
    expect((await as('POST', `/api/invoices/${draft.id}/finalization`)).statusCode).toBe(201)
    const wished = (await as('POST', `/api/invoices/${draft.id}/messages/preview`, {})).json()
    const wish = { id: crypto.randomUUID(), recipients: wished.recipients }
    const send = () => as('POST', `/api/invoices/${draft.id}/messages`, wish)
    expect((await send()).json()).toMatchObject({ status: 403, code: 'email_unconfirmed' })
    expect((await confirm(tokenOf('emailConfirmation', email))).json()).toEqual({ email })
    const sent = await send()
    expect(sent.statusCode, sent.body).toBe(201)
  })

  test('gets another letter three times an hour, and none once it is confirmed', async () => {
    const { as, email } = await signUpAnew(api.app)
    const again = () => as('POST', '/api/session/email/letters')
    for (let time = 0; time < 3; time += 1) expect((await again()).statusCode).toBe(202)
    expect((await again()).json()).toMatchObject({ code: 'too_many_resets' })
    await confirm(tokenOf('emailConfirmation', email))
    const before = api.letters.length
    expect((await again()).statusCode).toBe(202)
    expect(api.letters.length).toBe(before)
  })

  test('is not confirmed by a link that was made up, or written anew', async () => {
    const { as, email } = await signUpAnew(api.app)
    const [head, , mark] = tokenOf('emailConfirmation', email).split('.')
    const claims = Buffer.from(JSON.stringify({ email, updateTo: 'dief@example.nl' })).toString('base64url')
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    for (const token of ['x', 'a.b.c', `${head}.${claims}.${mark}`, `${unsigned}.${claims}.`])
      expect((await confirm(token)).json(), token).toMatchObject({ code: 'confirmation_refused' })
    expect((await as('GET', '/api/session')).json()).toMatchObject({
      user: { email },
      awaitsConfirmation: true,
    })
  })
})

describe('a change of address', () => {
  const change = (person: Pick<Awaited<ReturnType<typeof signUpAnew>>, 'as' | 'password'>, email: string) =>
    person.as('PUT', '/api/session/email', { email, password: person.password })

  test('holds once the link at the new one is followed, tells the former one, and stands in the audit', async () => {
    const person = await signUpAnew(api.app)
    const email = newAddress()
    const wrong = await person.as('PUT', '/api/session/email', { email, password: 'iets heel anders' })
    expect(wrong.json()).toMatchObject({ fields: [{ path: 'password', code: 'password_wrong' }] })
    expect((await change(person, ` ${email.toUpperCase()}`)).statusCode).toBe(202)
    expect((await person.as('GET', '/api/session')).json().user.email).toBe(person.email)
    const token = tokenOf('emailChange', email)
    const confirmed = await confirm(token)
    expect(confirmed.json()).toEqual({ email })
    expect(confirmed.headers['set-cookie']).toBeUndefined()
    expect((await person.as('GET', '/api/session')).json()).toMatchObject({
      user: { email },
      awaitsConfirmation: false,
    })
    expect((await person.as('GET', '/api/sessions')).json().items).toHaveLength(1)
    expect(api.letters.at(-1)).toMatchObject({ what: 'emailChanged', to: { email: person.email } })
    const [entry] = (await person.as('GET', '/api/audit')).json().items
    expect(entry).toMatchObject({
      action: 'email_changed',
      before: { email: person.email },
      after: { email },
    })
    expect((await confirm(token)).json()).toMatchObject({ code: 'confirmation_refused' })
  })

  test('to an address that somebody has says the same, and sends nothing', async () => {
    const person = await signUpAnew(api.app)
    const other = await signUpAnew(api.app)
    const before = api.letters.length
    const [taken, free] = [await change(person, other.email), await change(person, newAddress())]
    expect([taken.statusCode, taken.body]).toEqual([free.statusCode, free.body])
    expect(api.letters.slice(before)).toHaveLength(1)
  })

  test('ends with a new password: a thief who asked for it comes too late', async () => {
    const person = await signUpAnew(api.app)
    const thief = newAddress()
    await change(person, thief)
    const password = 'een heel ander wachtwoord'
    await person.as('PUT', '/api/session/password', { currentPassword: person.password, password })
    expect((await confirm(tokenOf('emailChange', thief))).json()).toMatchObject({
      code: 'confirmation_refused',
    })
  })

  test('goes to one of two who want the same address', async () => {
    const [one, other] = [await signUpAnew(api.app), await signUpAnew(api.app)]
    const email = newAddress()
    await change(one, email)
    const first = tokenOf('emailChange', email)
    await change(other, email)
    expect((await confirm(tokenOf('emailChange', email))).statusCode).toBe(200)
    expect((await confirm(first)).json()).toMatchObject({ code: 'confirmation_refused' })
  })

  test('lets nobody past the second factor', async () => {
    const person = await signUpAnew(api.app)
    const begun = (await person.as('POST', '/api/second-factor', { password: person.password })).json()
    const on = await person.as('POST', '/api/second-factor/confirmations', { code: codeOf(begun.address) })
    const as = requester(api.app, { cookie: cookieOf(on.headers['set-cookie']) })
    const email = newAddress()
    await change({ ...person, as }, email)
    const sessions = async () => (await as('GET', '/api/sessions')).json().items
    expect(await sessions()).toHaveLength(1)
    const answer = await confirm(tokenOf('emailChange', email))
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(await sessions()).toHaveLength(1)
  })
})

test('who was invited by mail needs no other letter', async () => {
  const owner = await signUpAnew(api.app)
  const joined = await colleague(api, owner, 'member')
  expect((await joined.as('GET', '/api/session')).json()).toMatchObject({ awaitsConfirmation: false })
})
