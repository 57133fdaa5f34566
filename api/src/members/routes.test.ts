import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { colleague, cookieOf, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let owner: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  owner = await signUp(api.app)
})

let guests = 0
const address = () => {
  guests += 1
  return `gast${guests}@example.nl`
}
const invite = (email: string, role = 'member') => owner.as('POST', '/api/invitations', { email, role })
const tokenFor = (email: string) => api.letters.findLast(({ to }) => to.email === email)?.token
const accept = (payload: object, headers = {}) =>
  api.app.inject({ method: 'POST', url: '/api/invitation-links/acceptances', payload, headers })
const newcomer = { name: 'Sanne', password: 'tien tekens of meer' }
const members = async () => (await owner.as('GET', '/api/members')).json()
const idOf = async (email: string): Promise<string> =>
  (await members()).items.find((member: { email: string }) => member.email === email).id

describe('an invitation', () => {
  test('makes an account in the role it names, once, and that person signs in', async () => {
    const email = address()
    expect((await invite(email, 'bookkeeper')).json()).toMatchObject({
      email,
      role: 'bookkeeper',
      token: null,
    })
    expect((await members()).invitations).toMatchObject([{ email, isExpired: false }])
    const token = tokenFor(email)
    const seen = await api.app.inject({
      method: 'POST',
      url: '/api/invitation-links/lookups',
      payload: { token },
    })
    expect(seen.json()).toMatchObject({ email, organizationName: 'Bakkerij De Proef', hasAccount: false })
    const joined = await accept({ token, ...newcomer })
    expect(joined.json()).toMatchObject({
      user: { email },
      organization: { id: owner.organization.id, role: 'bookkeeper' },
      permissions: ['read', 'registers', 'bookings', 'help', 'exports'],
    })
    expect((await members()).invitations).toEqual([])
    expect((await accept({ token, ...newcomer })).json()).toMatchObject({ code: 'invitation_refused' })
    const again = await api.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email, password: newcomer.password },
    })
    expect(again.json().organization.id).toBe(owner.organization.id)
  })

  test('of somebody with an account is accepted by that person alone', async () => {
    const other = await signUp(api.app, 'Andere zaak')
    await invite(other.email)
    const token = tokenFor(other.email)
    expect((await accept({ token, ...newcomer })).json()).toMatchObject({ code: 'email_taken' })
    const stranger = await signUp(api.app, 'Derde zaak')
    expect((await accept({ token }, { cookie: stranger.cookie })).json()).toMatchObject({
      code: 'invitation_of_another',
    })
    const joined = await accept({ token }, { cookie: other.cookie })
    expect(joined.json()).toMatchObject({
      organization: { id: owner.organization.id, role: 'member' },
      organizations: [
        { name: 'Andere zaak', role: 'owner' },
        { name: 'Bakkerij De Proef', role: 'member' },
      ],
    })
  })

  test('is refused once it was withdrawn, or its week is over, or somebody made it up', async () => {
    const email = address()
    const { id } = (await invite(email)).json()
    const token = tokenFor(email) ?? ''
    for (const made of [
      `${id}.`,
      `${id}.${'a'.repeat(43)}`,
      id,
      'x',
      token.replace(/.$/, token.endsWith('A') ? 'E' : 'A'),
    ])
      expect((await accept({ token: made, ...newcomer })).json()).toMatchObject({
        code: 'invitation_refused',
      })
    const { pool } = api.database.database('owner')
    await pool.query(
      `update accounts.invitation set expires_at = now() - interval '1 second' where id = $1`,
      [id],
    )
    expect((await accept({ token, ...newcomer })).json()).toMatchObject({ code: 'invitation_refused' })
    expect((await members()).invitations).toMatchObject([{ isExpired: true }])
    expect((await owner.as('POST', `/api/invitations/${id}/letters`)).json()).toMatchObject({
      isExpired: false,
    })
    expect((await owner.as('DELETE', `/api/invitations/${id}`)).statusCode).toBe(204)
    expect((await accept({ token, ...newcomer })).json()).toMatchObject({ code: 'invitation_refused' })
  })

  test('has the role that it was changed to meanwhile', async () => {
    const email = address()
    const { id } = (await invite(email, 'owner')).json()
    await owner.as('PUT', `/api/invitations/${id}`, { role: 'viewer' })
    expect((await accept({ token: tokenFor(email), ...newcomer })).json().organization.role).toBe('viewer')
  })

  test('of a member is refused, and one that waits is sent anew instead of twice', async () => {
    expect((await invite(owner.email)).json()).toMatchObject({ code: 'already_member' })
    const email = address()
    await invite(email)
    await invite(` ${email.toUpperCase()} `, 'viewer')
    expect((await members()).invitations).toMatchObject([{ email, role: 'viewer' }])
  })

  test('goes three times an hour to one address, so that no mailbox is filled', async () => {
    const email = address()
    for (let letter = 0; letter < 3; letter += 1) expect((await invite(email)).statusCode).toBe(201)
    expect((await invite(email)).json()).toMatchObject({ code: 'too_many_invitations' })
  })

  test('of an address that is none is refused at its field', async () => {
    expect((await invite('geen adres')).json()).toMatchObject({
      fields: [{ path: 'email', code: 'email_invalid' }],
    })
  })
})

describe('the last owner', () => {
  test('stays: nobody removes them, gives them another role, or lets them leave', async () => {
    const id = await idOf(owner.email)
    for (const answer of [
      await owner.as('DELETE', `/api/members/${id}`),
      await owner.as('PUT', `/api/members/${id}/role`, { role: 'member' }),
      await owner.as('DELETE', '/api/membership'),
    ])
      expect(answer.json()).toMatchObject({ status: 409, code: 'last_owner' })
  })

  test('is one of two who leave at the same moment', async () => {
    for (let time = 0; time < 5; time += 1) {
      const one = await signUp(api.app)
      const other = await colleague(api, one, 'owner')
      const left = await Promise.all([
        one.as('DELETE', '/api/membership'),
        other.as('DELETE', '/api/membership'),
      ])
      expect(left.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409])
    }
  })

  test('stays by the database too, whatever query forgets to ask', async () => {
    const query = api.databases.accounts.pool.query('delete from accounts.member where user_id = $1', [
      owner.user.id,
    ])
    await expect(query).rejects.toThrow('an organization has an owner')
  })
})

describe('a role', () => {
  test('that is given holds at once', async () => {
    const henk = await colleague(api, owner, 'viewer')
    expect((await henk.as('POST', '/api/customers')).json()).toMatchObject({ code: 'not_permitted' })
    const changed = await owner.as('PUT', `/api/members/${await idOf(henk.email)}/role`, { role: 'member' })
    expect(changed.json()).toMatchObject({ role: 'member', isYou: false })
    expect((await henk.as('POST', '/api/customers')).json()).toMatchObject({ code: 'invalid_request' })
  })

  test('of somebody elsewhere is out of reach', async () => {
    const other = await signUp(api.app)
    const { id } = (await other.as('GET', '/api/members')).json().items[0]
    for (const answer of [
      await owner.as('PUT', `/api/members/${id}/role`, { role: 'viewer' }),
      await owner.as('DELETE', `/api/members/${id}`),
    ])
      expect(answer.json()).toMatchObject({ status: 404 })
  })
})

describe('whoever is removed', () => {
  test('gets nothing more with session, key or open page, in another process either', async () => {
    const henk = await colleague(api, owner, 'owner')
    const { key } = (await henk.as('POST', '/api/api-keys', { name: 'Kassa' })).json()
    const elsewhere = await api.another()
    const session = requester(elsewhere.app, { cookie: henk.cookie })
    const program = requester(elsewhere.app, { authorization: `Bearer ${key}` })
    const port = await elsewhere.listen()
    const page = await fetch(`http://127.0.0.1:${port}/api/activities/stream`, {
      headers: { cookie: henk.cookie },
    })
    const reader = page.body?.getReader()
    await reader?.read()
    // Now remembered there.
    for (const as of [session, program]) expect((await as('GET', '/api/customers')).statusCode).toBe(200)
    const ended = (async () => {
      while (reader !== undefined && !(await reader.read()).done);
      return 'ended'
    })()

    expect((await owner.as('DELETE', `/api/members/${await idOf(henk.email)}`)).statusCode).toBe(204)
    await expect
      .poll(async () => (await session('GET', '/api/customers')).json().code)
      .toBe('no_organization')
    await expect.poll(async () => (await program('GET', '/api/customers')).json().code).toBe('not_signed_in')
    // Long before its next heartbeat: the limit of a test is shorter than that.
    expect(await ended).toBe('ended')
    expect((await henk.as('GET', '/api/session')).json()).toMatchObject({
      organization: null,
      permissions: [],
    })
    await elsewhere.close()
  })

  test('comes back only by another invitation', async () => {
    const henk = await colleague(api, owner, 'member')
    await owner.as('DELETE', `/api/members/${await idOf(henk.email)}`)
    await invite(henk.email, 'viewer')
    await accept({ token: tokenFor(henk.email) }, { cookie: henk.cookie })
    expect((await henk.as('GET', '/api/session')).json().organization.role).toBe('viewer')
  })
})

describe('one who works for several', () => {
  test('goes from one to the other, and a window that was left behind changes nothing', async () => {
    const made = await owner.as('POST', '/api/organizations', { name: 'Tweede zaak' })
    const second = made.json().organization
    expect(second).toMatchObject({ name: 'Tweede zaak', role: 'owner' })
    expect((await owner.as('GET', '/api/customers')).json().items).toEqual([])
    const shown = { cookie: owner.cookie, 'stella-organization': owner.organization.id }
    const stale = await requester(api.app, shown)('POST', '/api/customers', { kind: 'person', name: 'Jan' })
    expect(stale.json()).toMatchObject({ status: 409, code: 'organization_switched' })
    await owner.as('PUT', '/api/session/organization', { organizationId: owner.organization.id })
    expect((await requester(api.app, shown)('GET', '/api/customers')).statusCode).toBe(200)
    expect((await owner.as('GET', '/api/session')).json().organizations).toHaveLength(2)
  })

  test('begins where they were last', async () => {
    await owner.as('POST', '/api/organizations', { name: 'Tweede zaak' })
    await owner.as('GET', '/api/customers')
    const { email, password } = owner
    const again = await api.app.inject({ method: 'POST', url: '/api/session', payload: { email, password } })
    expect(again.json().organization.name).toBe('Tweede zaak')
    const as = requester(api.app, { cookie: cookieOf(again.headers['set-cookie']) })
    expect((await as('GET', '/api/session')).json().organization.name).toBe('Tweede zaak')
  })

  test('does not get into one they are no member of', async () => {
    const other = await signUp(api.app)
    const answer = await owner.as('PUT', '/api/session/organization', {
      organizationId: other.organization.id,
    })
    expect(answer.json()).toMatchObject({ code: 'no_organization' })
  })
})
