import { randomUUID } from 'node:crypto'
import { noteHeartbeat } from '@stella/database'
import fastify, { type InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authentication } from './accounts/authentication.ts'
import { createCallers } from './accounts/callers.ts'
import { authorizeRequests } from './http/authorization.ts'
import { openApiDocument } from './openapi/document.ts'
import { declareRoutes } from './routes.ts'
import { company, draftFor, signUp, type TestApi, testApi } from './testing/test-api.ts'

type Method = NonNullable<InjectOptions['method']>
type Operation = { security: object[]; parameters?: { in: string; name: string; required?: boolean }[] }

const document: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
  await openApiDocument(declareRoutes),
)
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase() as Method,
    path,
    operation,
  })),
)

let api: TestApi
let own: Awaited<ReturnType<typeof signUp>>
let foreign: Awaited<ReturnType<typeof signUp>>
/** Ids that belong to the other organization, by the collection they stand in. */
const foreignIds: Record<string, string> = {}
const words: string[] = []
let ownCustomerId: string
/** Of the list of invoices of the other organization, which has more than one. */
let foreignCursor: string

beforeAll(async () => {
  api = await testApi()
  // Else the watchdog's question fails for everybody.
  await noteHeartbeat(api.database.database('stella_worker'))
  own = await signUp(api.app, 'Eigen zaak')
  foreign = await signUp(api.app, 'Andermans zaak')
  const customer = await foreign.as('POST', '/api/customers', { ...company, name: 'Geheime klant' })
  const draft = await foreign.as('POST', '/api/invoices', draftFor(customer.json().id))
  const final = await foreign.as('POST', '/api/invoices', draftFor(customer.json().id))
  await foreign.as('POST', `/api/invoices/${final.json().id}/finalization`)
  const message = { id: randomUUID(), recipients: ['geheim@example.nl'], subject: 'Geheime mail' }
  await foreign.as('POST', `/api/invoices/${final.json().id}/messages`, message)
  const key = await foreign.as('POST', '/api/api-keys', { name: 'Geheime sleutel' })
  foreignIds.customers = customer.json().id
  foreignIds.invoices = draft.json().id
  foreignIds.messages = message.id
  foreignIds.products = (await foreign.as('POST', '/api/products', productContent)).json().id
  foreignIds['api-keys'] = key.json().id
  foreignIds.sessions = (await foreign.as('GET', '/api/sessions')).json().items[0].id
  foreignIds.organizations = foreign.organization.id
  foreignIds.members = (await foreign.as('GET', '/api/members')).json().items[0].id
  const invited = { email: 'geheimegast@example.nl', role: 'member' }
  foreignIds.invitations = (await foreign.as('POST', '/api/invitations', invited)).json().id
  foreignIds.series = (await foreign.as('POST', '/api/series', seriesContent)).json().id
  const importContent = { kind: 'customers', fileName: 'Geheime lijst.csv', fileSize: 1 }
  foreignIds.imports = (await foreign.as('POST', '/api/imports', importContent)).json().id
  const period = { from: '2026-01-01', until: '2026-12-31' }
  foreignIds.exports = (await foreign.as('POST', '/api/exports', period)).json().id
  const upload = await api.app.inject({
    method: 'POST',
    url: '/api/attachments?name=Geheime%20voorwaarden.pdf',
    headers: { cookie: foreign.cookie, 'content-type': 'application/octet-stream' },
    payload: '%PDF-1.7\n%%EOF',
  })
  foreignIds.attachments = upload.json().id
  foreignCursor = (await foreign.as('GET', '/api/invoices?limit=1')).json().nextCursor
  ownCustomerId = (await own.as('POST', '/api/customers', company)).json().id
  words.push('Geheime', 'geheimegast', 'Andermans', ...Object.values(foreignIds), final.json().id)
})
afterAll(() => api.close())

const seriesContent = { name: 'Geheime reeks', pattern: 'G{n}', restartsYearly: false }

const productContent = { description: 'Geheim product', unitPrice: '1', vatTreatment: 'high' }

/** What only an organization that is linked has; api/src/bookings, relations and cases test these themselves. */
const ofBooks = ['bookings', 'relations', 'cases', 'case-proposals']

/** A body with which the operation gets past its schema. */
function bodyOf(path: string): object | undefined {
  if (path.endsWith('/finalization')) return {}
  if (path.endsWith('/payment')) return { paidOn: '2026-01-01' }
  if (path.includes('/credit-notes')) return {}
  if (path.startsWith('/api/cases') && path.endsWith('/messages')) return { body: 'x' }
  if (path.endsWith('/messages')) return { id: randomUUID() }
  if (path.endsWith('/consent')) return { hours: 1 }
  if (path.endsWith('/messages/preview')) return {}
  if (path.endsWith('/returns')) return { position: 0 }
  if (path.endsWith('/role') || path === '/api/invitations/{id}') return { role: 'viewer' }
  if (path.endsWith('/override/readings')) return { mutationNumber: 1 }
  if (path.endsWith('/override')) return { kind: 'excluded', reason: 'Contant betaald' }
  if (path.endsWith('/archived')) return { archived: true }
  if (path.endsWith('/merges')) return { otherId: ownCustomerId, revision: 1, otherRevision: 1 }
  if (path.includes('/parts/')) return { content: 'AA==' }
  if (path.includes('/rows/')) return { cells: {} }
  if (path.endsWith('/undoing') || path.endsWith('/attachments')) return undefined
  if (path.startsWith('/api/imports')) return { revision: 1 }
  if (path.startsWith('/api/customers')) return { ...company, revision: 1 }
  if (path.startsWith('/api/products')) return { ...productContent, revision: 1 }
  if (path.startsWith('/api/organizations')) return { password: own.password }
  if (path.startsWith('/api/invoices')) return { ...draftFor(ownCustomerId), revision: 1 }
  if (path.endsWith('/next-number')) return { place: 1 }
  if (path.startsWith('/api/series')) return { ...seriesContent, revision: 1 }
  return undefined
}

/** And what stands behind `?` in its address. */
function queryOf(path: string): string {
  if (path.endsWith('/attachments')) return '?name=x.pdf'
  return path.endsWith('/merge-preview') ? `?otherId=${ownCustomerId}` : ''
}

describe('with the session of one organization', () => {
  test.each(operations.filter(({ path }) => path.includes('{id}') && !path.includes('/support/')))(
    '$name with an id of another answers that there is no such thing',
    async ({ method, path }) => {
      const collection = path.split('/')[2] ?? ''
      const id = foreignIds[collection]
      // A collection that is new gets an id of another organization here, or nothing is shown by this.
      expect([...Object.keys(foreignIds), ...ofBooks]).toContain(collection)
      const hasBody = method === 'PUT' || method === 'POST'
      const address =
        path
          .replace('{id}', id ?? randomUUID())
          .replace('{position}', '1')
          .replace('{attachmentId}', foreignIds.attachments ?? '') + queryOf(path)
      const answer = await own.as(method, address, hasBody ? bodyOf(path) : undefined)
      expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' })
      for (const word of words) expect(answer.body).not.toContain(word)
    },
  )

  test.each(
    operations.filter(
      ({ method, path }) => method === 'GET' && !path.includes('{id}') && !path.endsWith('/stream'),
    ),
  )('$name shows nothing of another', async ({ path }) => {
    const answer = await own.as('GET', path)
    expect(answer.statusCode, answer.body).toBeLessThan(500)
    for (const word of words) expect(answer.body).not.toContain(word)
  })

  const takes = (name: string) =>
    operations.filter(
      ({ method, operation, path }) =>
        method === 'GET' &&
        !path.includes('/support/') &&
        operation.parameters?.some((one) => one.name === name),
    )

  test.each(takes('search'))('$name finds nothing of another by any of its words', async ({ path }) => {
    const needed = path.endsWith('/rows') ? `&importId=${foreignIds.imports}` : ''
    for (const word of ['Geheim', 'Geheime klant', 'Andermans zaak', 'geheim@example.nl']) {
      const answer = await own.as('GET', `${path}?search=${encodeURIComponent(word)}${needed}`)
      expect(answer.statusCode, answer.body).toBeLessThan(500)
      for (const secret of words) expect(answer.body).not.toContain(secret)
    }
  })

  test.each(takes('cursor'))('$name goes on with no cursor that another was given', async ({ path }) => {
    const needed = path.endsWith('/rows') ? `&importId=${foreignIds.imports}` : ''
    const cursor = (await foreign.as('GET', `${path}?limit=1${needed}`)).json().nextCursor ?? foreignCursor
    const answer = await own.as('GET', `${path}?limit=1&cursor=${encodeURIComponent(cursor)}${needed}`)
    expect([400, 404], answer.body).toContain(answer.statusCode)
  })

  test('a filter by something of another finds nothing', async () => {
    for (const query of [
      `/api/invoices?customerId=${foreignIds.customers}`,
      `/api/invoices/sums?customerId=${foreignIds.customers}`,
      `/api/invoices/csv?customerId=${foreignIds.customers}`,
      `/api/activities?customerId=${foreignIds.customers}`,
      `/api/messages?invoiceId=${foreignIds.invoices}`,
      `/api/imports/rows?importId=${foreignIds.imports}`,
    ]) {
      const answer = await own.as('GET', query)
      expect(answer.statusCode, query).toBeLessThan(500)
      for (const secret of words.filter((word) => !query.includes(word)))
        expect(answer.body, query).not.toContain(secret)
    }
  })

  test('an invoice cannot be made for a customer of another', async () => {
    const answer = await own.as('POST', '/api/invoices', draftFor(foreignIds.customers ?? ''))
    expect(answer.json()).toMatchObject({
      code: 'invalid_fields',
      fields: [{ path: 'customerId', code: 'customer_unknown' }],
    })
  })

  test('nothing of the other has changed', async () => {
    const customers = await foreign.as('GET', '/api/customers')
    expect(customers.json().items).toMatchObject([{ name: 'Geheime klant', revision: 1 }])
    const invoices = await foreign.as('GET', '/api/invoices')
    expect(invoices.json().items).toHaveLength(2)
    const products = await foreign.as('GET', '/api/products')
    expect(products.json().items).toMatchObject([{ description: 'Geheim product', revision: 1 }])
    expect((await foreign.as('GET', '/api/api-keys')).json().items).toHaveLength(1)
    expect((await foreign.as('GET', '/api/messages')).json().items).toMatchObject([
      { subject: 'Geheime mail', recipients: [{ state: 'waiting', isSettled: false }] },
    ])
  })
})

describe('without a session', () => {
  test.each(operations.filter(({ operation }) => operation.security.length > 0))(
    '$name is refused',
    async ({ method, path }) => {
      const url = path.replace('{id}', randomUUID())
      const answer = await api.app.inject({ method, url })
      expect(answer.json()).toMatchObject({ status: 401, code: 'not_signed_in' })
      const forged = await api.app.inject({
        method,
        url,
        headers: { 'x-api-key': `stella_${'a'.repeat(64)}` },
      })
      expect(forged.json()).toMatchObject({ status: 401, code: 'not_signed_in' })
    },
  )
})

test('the support desk is for those who have the role', async () => {
  for (const { method, path } of operations.filter(({ path }) => path.includes('/support/'))) {
    const answer = await own.as(method, path.replace('{id}', randomUUID()))
    expect(answer.json()).toMatchObject({ status: 403, code: 'support_only' })
  }
})

test('a route of the API that does not say who may call it cannot be added', async () => {
  expect(operations.length).toBeGreaterThan(30)
  const app = fastify()
  const options = { publicUrl: undefined, supportNeedsSecondFactor: true }
  authorizeRequests(app, createCallers({} as Authentication, api.databases.accounts), options)
  expect(() => app.get('/api/forgotten', () => 'secret')).toThrow(/audience/)
})
