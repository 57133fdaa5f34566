import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  colleague,
  company,
  draftFor,
  requester,
  signUp,
  type TestApi,
  testApi,
} from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

type Owner = Awaited<ReturnType<typeof signUp>>

const asOperator = <Row extends object>(statement: string, values: unknown[]) =>
  api.database.database('owner').pool.query<Row>(statement, values)
const close = ({ as, password }: Pick<Owner, 'as' | 'password'>) =>
  as('POST', '/api/organization/closing', { password })
const open = ({ as, organization, password }: Owner) =>
  as('POST', `/api/organizations/${organization.id}/openings`, { password })

/** A final invoice with a link for its customer. */
async function invoiced({ as }: Owner): Promise<{ invoiceId: string; address: string }> {
  const { id: customerId } = (await as('POST', '/api/customers', company)).json()
  const { id: invoiceId } = (await as('POST', '/api/invoices', draftFor(customerId))).json()
  const final = await as('POST', `/api/invoices/${invoiceId}/finalization`)
  expect(final.statusCode, final.body).toBe(201)
  const { address } = (await as('POST', `/api/invoices/${invoiceId}/share-link`)).json()
  return { invoiceId, address }
}

/** A mail of it that no server has yet, and a mail server of one's own. */
async function mails(organizationId: string, invoiceId: string): Promise<void> {
  await asOperator(
    `with m as (
       insert into messages (id, organization_id, invoice_id, language, subject, body, sender_name, attach_ubl, created_at)
       values (gen_random_uuid(), $1, $2, 'nl', 'Factuur', 'Tekst', 'Zaak', false, now()) returning id)
     insert into message_recipients (organization_id, message_id, position, invoice_id, kind, address, changed_at)
     select $1, m.id, 0, $2, 'to', 'klant@voorbeeld.test', now() from m`,
    [organizationId, invoiceId],
  )
  await asOperator(
    `insert into mail_servers (organization_id, host, port, security, sender, tested_at)
     values ($1, 'mail.voorbeeld.test', 465, 'tls', 'zaak@voorbeeld.test', now())`,
    [organizationId],
  )
}

test('only an owner closes it, with the password, and sees first what that does', async () => {
  const owner = await signUp(api.app)
  const member = await colleague(api, owner, 'member')
  await invoiced(owner)
  expect((await owner.as('GET', '/api/organization/closing')).json()).toEqual({
    finalInvoices: 1,
    notInBooks: 0,
    drafts: 0,
    waitingMails: 0,
    people: 2,
    daysToOpenAgain: 30,
    keptUntil: '2033-12-31',
  })
  expect((await close(member)).json()).toMatchObject({ code: 'not_permitted' })
  expect((await close({ ...owner, password: 'iets heel anders' })).json()).toMatchObject({
    fields: [{ path: 'password', code: 'password_wrong' }],
  })
  await asOperator(
    `update accounts.session set authenticated_at = now() - interval '1 hour' where user_id = $1`,
    [owner.user.id],
  )
  const harmless = () => owner.as('PUT', '/api/organization/second-factor', { isAsked: false })
  await expect.poll(async () => (await harmless()).json().code).toBe('password_needed')
  expect((await close(owner)).json()).toMatchObject({ code: 'password_needed' })
})

test('then nobody gets in by session, key or open page, in another process either, and nothing leaves it', async () => {
  const owner = await signUp(api.app)
  const { id: organizationId } = owner.organization
  const henk = await colleague(api, owner, 'owner')
  const { key } = (await henk.as('POST', '/api/api-keys', { name: 'Kassa' })).json()
  await owner.as('POST', '/api/invitations', { email: 'nieuw@example.nl', role: 'viewer' })
  const token = api.letters.at(-1)?.token
  const { address, invoiceId } = await invoiced(owner)
  await mails(organizationId, invoiceId)
  const elsewhere = await api.another()
  const port = await elsewhere.listen()
  const program = requester(elsewhere.app, { authorization: `Bearer ${key}` })
  const session = requester(elsewhere.app, { cookie: henk.cookie })
  // Now remembered there.
  for (const as of [program, session]) expect((await as('GET', '/api/customers')).statusCode).toBe(200)
  const stream = { headers: { cookie: henk.cookie } }
  const page = await fetch(`http://127.0.0.1:${port}/api/activities/stream`, stream)
  const reader = page.body?.getReader()
  await reader?.read()
  const ended = (async () => {
    while (reader !== undefined && !(await reader.read()).done);
    return 'ended'
  })()

  expect((await close(owner)).json()).toMatchObject({
    organization: null,
    organizations: [],
    closedOrganizations: [{ id: organizationId, name: 'Bakkerij De Proef' }],
  })
  await expect.poll(async () => (await session('GET', '/api/customers')).json().code).toBe('no_organization')
  await expect.poll(async () => (await program('GET', '/api/customers')).json().code).toBe('not_signed_in')
  // Long before its next heartbeat: the limit of a test is shorter than that.
  expect(await ended).toBe('ended')
  await elsewhere.close()

  const switched = await henk.as('PUT', '/api/session/organization', { organizationId })
  expect(switched.json()).toMatchObject({ code: 'no_organization' })
  const payload = { token, name: 'Nieuw', password: 'tien tekens of meer' }
  const joined = await api.app.inject({ method: 'POST', url: '/api/invitation-links/acceptances', payload })
  expect(joined.json()).toMatchObject({ code: 'invitation_refused' })
  expect((await api.app.inject({ url: address })).statusCode).toBe(404)
  for (const table of ['accounts.api_key', 'connection_secrets', 'mail_servers']) {
    const { rowCount } = await asOperator(`select from ${table} where organization_id = $1`, [organizationId])
    expect(rowCount, table).toBe(0)
  }
  const { rows } = await asOperator(
    'select state, cause from message_recipients where organization_id = $1',
    [organizationId],
  )
  expect(rows).toEqual([{ state: 'refused', cause: 'organization_closed' }])
})

test('an owner opens it again within thirty days, and everything but keys and codes stands there', async () => {
  const owner = await signUp(api.app)
  const member = await colleague(api, owner, 'member')
  const { address } = await invoiced(owner)
  await close(owner)
  const wrong = await open({ ...owner, password: 'iets heel anders' })
  expect(wrong.json()).toMatchObject({ fields: [{ path: 'password', code: 'password_wrong' }] })
  const { organization } = owner
  expect((await open({ ...owner, ...member, organization })).json()).toMatchObject({ status: 404 })
  expect((await open({ ...(await signUp(api.app)), organization })).json()).toMatchObject({ status: 404 })
  expect((await open(owner)).json()).toMatchObject({ organization: { id: organization.id, role: 'owner' } })
  expect((await member.as('GET', '/api/invoices')).json().items).toHaveLength(1)
  expect((await api.app.inject({ url: address })).statusCode).toBe(200)
  const { items } = (await owner.as('GET', '/api/audit')).json()
  expect(items.map(({ action }: { action: string }) => action).slice(0, 2)).toEqual([
    'organization_opened',
    'organization_closed',
  ])
  expect((await open(owner)).json()).toMatchObject({ status: 404 })
})

test('after thirty days nobody but whoever runs Stella does', async () => {
  const owner = await signUp(api.app)
  await close(owner)
  await asOperator(`update accounts.organization set closed_at = now() - interval '31 days' where id = $1`, [
    owner.organization.id,
  ])
  expect((await open(owner)).json()).toMatchObject({ status: 404 })
})

test('whoever owned nothing but a closed one may delete their account', async () => {
  const owner = await signUp(api.app)
  await close(owner)
  const { password } = owner
  expect((await owner.as('POST', '/api/account/deletion', { password })).statusCode).toBe(204)
})
