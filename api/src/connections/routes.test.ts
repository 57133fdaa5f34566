import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codesOf, type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor, signUp } from '../testing/test-api.ts'

let api: LinkedApi
beforeAll(async () => {
  api = await linkedApi()
  api.startWorker()
})
afterAll(() => api.close())

type Person = Awaited<ReturnType<typeof signUp>>

const waitFor = (person: Person, url: string, expected: object) =>
  expect.poll(async () => (await person.as('GET', url)).json()).toMatchObject(expected)

describe('activating the connection', () => {
  test('links, with spaces from copy and paste around the codes, and the log says so', async () => {
    const person = await signUp(api.app)
    const before = await person.as('GET', '/api/connection')
    expect(before.json()).toMatchObject({ state: 'none', username: null })
    const { username, securityCode1, securityCode2 } = codesOf(api.sandbox.administration)
    const linked = await person.as('PUT', '/api/connection', {
      username: ` ${username}\n`,
      securityCode1: `\u00a0${securityCode1} `,
      securityCode2: `\t${securityCode2}\u200b`,
    })
    expect(linked.statusCode, linked.body).toBe(200)
    expect(linked.json()).toMatchObject({
      state: 'active',
      pausedReason: null,
      debtorsAccount: { code: '1300' },
      revenueAccount: { code: '8000' },
    })
    const log = await person.as('GET', '/api/activities')
    expect(log.json().items).toMatchObject([
      {
        kind: 'connection_activated',
        outcome: 'success',
        subject: { type: 'connection', label: 'e-Boekhouden.nl' },
        title: 'De koppeling tussen e-Boekhouden.nl en Stella is gemaakt',
      },
    ])
  })

  test.each([
    ['an empty user name', { username: '  ' }, 'invalid_fields', ['username']],
    [
      'three empty fields',
      { username: '', securityCode1: '', securityCode2: '' },
      'invalid_fields',
      ['username', 'securityCode1', 'securityCode2'],
    ],
    ['a wrong user name', { username: 'iemand-anders' }, 'connection_refused', ['username', 'securityCode1']],
    [
      'a wrong code 1',
      { securityCode1: 'a'.repeat(32) },
      'connection_refused',
      ['username', 'securityCode1'],
    ],
    ['a wrong code 2', { securityCode2: 'b'.repeat(32) }, 'connection_refused', ['securityCode2']],
    ['a code that is far too long', { securityCode2: 'b'.repeat(150) }, 'invalid_fields', ['securityCode2']],
  ])('with %s is refused at the field and stores nothing', async (_what, change, code, paths) => {
    const person = await signUp(api.app)
    const answer = await person.as('PUT', '/api/connection', {
      ...codesOf(api.sandbox.administration),
      ...change,
    })
    expect(answer.json()).toMatchObject({ status: 422, code })
    expect(answer.json().fields.map(({ path }: { path: string }) => path)).toEqual(paths)
    for (const { message } of answer.json().fields) expect(message).toMatch(/^[A-Za-z].+[.?]$/)
    expect((await person.as('GET', '/api/connection')).json().state).toBe('none')
    expect((await person.as('GET', '/api/activities')).json().items).toEqual([])
  })

  test('with the codes in each other’s fields is refused', async () => {
    const person = await signUp(api.app)
    const { username, securityCode1, securityCode2 } = codesOf(api.sandbox.administration)
    const swapped = { username, securityCode1: securityCode2, securityCode2: securityCode1 }
    const answer = await person.as('PUT', '/api/connection', swapped)
    expect(answer.json()).toMatchObject({ status: 422, code: 'connection_refused' })
    expect(answer.json().detail).toMatch(/elkaars veld.*Er is niets opgeslagen\.$/)
    for (const { message } of answer.json().fields) expect(message).toMatch(/code 1 en code 2 verwisseld/)
  })

  test('while e-Boekhouden.nl cannot be reached says so and stores nothing', async () => {
    const person = await signUp(api.app)
    const rule = api.sandbox.faults.add({ kind: 'http_error', status: 503 })
    const answer = await person.as('PUT', '/api/connection', codesOf(api.sandbox.administration))
    api.sandbox.faults.remove(rule)
    expect(answer.json()).toMatchObject({ status: 503, code: 'bookkeeping_unreachable' })
    expect((await person.as('GET', '/api/connection')).json().state).toBe('none')
  })
})

describe('a linked organization', () => {
  test('has its customer sent with the first invoice and not before, and its invoice booked', async () => {
    const person = await linkedPerson(api)
    const customer = (await person.as('POST', '/api/customers', { ...company, name: 'Café De Zwaan' })).json()
    const relations = () => person.books().relations.filter(({ name }) => name === 'Café De Zwaan')
    expect((await person.as('GET', `/api/customers/${customer.id}`)).json().relation.state).toBe('none')
    expect(relations()).toEqual([])
    const draft = (await person.as('POST', '/api/invoices', draftFor(customer.id))).json()
    // Somebody still works on it, and may throw it away.
    expect((await person.as('GET', `/api/customers/${customer.id}`)).json().relation).toMatchObject({
      state: 'waiting',
      nextTryAt: expect.any(String),
    })
    await person.as('POST', `/api/invoices/${draft.id}/leaving`)
    await waitFor(person, `/api/customers/${customer.id}`, { relation: { state: 'processed', cause: null } })
    expect(relations()).toHaveLength(1)

    const preview = (await person.as('GET', `/api/invoices/${draft.id}/booking-preview`)).json()
    expect(preview).toMatchObject({ connectionState: 'active', relation: { isNew: false }, blockers: [] })
    const answers = await Promise.all(
      [1, 2].map(() => person.as('POST', `/api/invoices/${draft.id}/finalization`)),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    await waitFor(person, `/api/invoices/${draft.id}`, {
      books: { cause: null, mutationNumber: expect.stringMatching(/^\d+$/) },
    })
    const { number } = (await person.as('GET', `/api/invoices/${draft.id}`)).json()
    const mutations = person.books().mutations.filter(({ invoiceNumber }) => invoiceNumber === number)
    expect(mutations).toMatchObject([
      {
        kind: 'FactuurVerstuurd',
        account: '1300',
        lines: [
          { ledgerAccount: '8000', vatCode: 'HOOG_VERK_21', amountExcl: '150.00', amountVat: '31.50' },
          { ledgerAccount: '8000', vatCode: 'LAAG_VERK_9', amountExcl: '20.00', amountVat: '1.80' },
        ],
      },
    ])
    const log = (await person.as('GET', '/api/activities')).json().items.reverse()
    expect(log.slice(0, 4)).toMatchObject([
      { kind: 'connection_activated' },
      { kind: 'relation_added', title: 'Relatie Café De Zwaan is verwerkt' },
      { kind: 'invoice_finalized' },
      { kind: 'invoice_booked', title: `Factuur ${number} van Café De Zwaan is verwerkt`, amount: '203.30' },
    ])
  })

  test('tests its connection, ends it, and is told what waits', async () => {
    const person = await linkedPerson(api)
    const tested = await person.as('POST', '/api/connection/tests')
    expect(tested.statusCode, tested.body).toBe(201)
    expect(tested.json()).toMatchObject({ state: 'active', testProblem: null })
    const ended = await person.as('DELETE', '/api/connection')
    expect(ended.json()).toMatchObject({ state: 'disconnected', username: null })
    expect((await person.as('DELETE', '/api/connection')).json()).toMatchObject({
      status: 409,
      code: 'not_connected',
    })
    expect((await person.as('POST', '/api/connection/tests')).json()).toMatchObject({ code: 'not_connected' })
    expect((await person.as('GET', '/api/overview')).json()).toMatchObject({
      connectionState: 'disconnected',
      steps: { connected: false },
    })
    expect((await person.as('PUT', '/api/connection', codesOf(person.administration))).statusCode).toBe(200)
  })
})

describe('what became final without a connection', () => {
  test('is one need together once there is a connection, and stays out of the books', async () => {
    const person = await signUp(api.app)
    const { id: customerId } = (await person.as('POST', '/api/customers', company)).json()
    const finalize = async () => {
      const { id } = (await person.as('POST', '/api/invoices', draftFor(customerId))).json()
      return (await person.as('POST', `/api/invoices/${id}/finalization`)).json()
    }
    const overview = async () => (await person.as('GET', '/api/overview')).json()
    const { id, number } = await finalize()
    expect(await overview()).toMatchObject({
      needs: [],
      needCounts: { invoice_not_connected: 0 },
      books: { notConnected: 1 },
    })

    const administration = api.sandbox.addAdministration()
    await person.as('PUT', '/api/connection', codesOf(administration))
    expect(await overview()).toMatchObject({
      needs: [{ kind: 'invoice_not_connected', invoiceId: id, title: `Factuur ${number} is niet geboekt` }],
      needCounts: { invoice_not_connected: 1 },
    })
    await person.as('DELETE', '/api/connection')
    await finalize()
    expect(await overview()).toMatchObject({ needs: [], needCounts: { invoice_not_connected: 0 } })
    await person.as('PUT', '/api/connection', codesOf(administration))
    expect(await overview()).toMatchObject({
      needs: [{ kind: 'invoice_not_connected', invoiceId: null, title: '2 facturen zijn niet geboekt' }],
      needCounts: { invoice_not_connected: 1 },
      books: { notConnected: 2, total: 2 },
    })
    expect((await person.as('GET', `/api/invoices/${id}`)).json().books.state).toBe('not_connected')
    expect(api.sandbox.books(administration.guid).mutations).toEqual([])
  })
})

describe('a booking that the books refuse', () => {
  test('is explained to its organization and to the support desk, and goes through when offered again', async () => {
    const person = await linkedPerson(api)
    const customer = (await person.as('POST', '/api/customers', company)).json()
    const draft = (await person.as('POST', '/api/invoices', draftFor(customer.id))).json()
    api.sandbox.changeAdministration({ closedThrough: '2026-12-31' }, person.administration.guid)
    const { number } = (await person.as('POST', `/api/invoices/${draft.id}/finalization`)).json()
    await waitFor(person, `/api/invoices/${draft.id}`, {
      books: {
        state: 'failed',
        cause: {
          code: 'period_closed',
          mayBeBooked: false,
          mending: { kind: 'invoice', invoiceId: draft.id },
        },
      },
    })
    const { books } = (await person.as('GET', `/api/invoices/${draft.id}`)).json()
    expect(books.cause.why).toBe('De periode waarin de factuurdatum valt, is afgesloten.')
    expect((await person.as('GET', '/api/overview')).json()).toMatchObject({
      books: { failed: 1 },
      needs: [
        {
          kind: 'booking_failed',
          id: books.bookingId,
          invoiceId: draft.id,
          title: `Factuur ${number} is mislukt`,
          mending: { kind: 'invoice', invoiceId: draft.id },
        },
      ],
      needCounts: { booking_failed: 1, relation_failed: 0 },
    })
    expect((await person.as('GET', '/api/activities?filter=failed')).json().items).toMatchObject([
      {
        kind: 'invoice_not_booked',
        outcome: 'failure',
        subject: { id: draft.id },
        mending: { kind: 'invoice', invoiceId: draft.id },
      },
    ])

    const support = await api.supportPerson()
    const listed = async () => (await support('GET', '/api/support/bookings')).json().items
    expect(await listed()).toMatchObject([
      { id: books.bookingId, organization: { name: null }, invoiceNumber: null, totalGross: null },
    ])
    const about = { subject: { kind: 'invoice', id: draft.id }, question: 'Waarom lukt dit niet?' }
    expect((await person.as('POST', '/api/cases', about)).statusCode).toBe(201)
    expect(await listed()).toMatchObject([
      {
        id: books.bookingId,
        organization: { name: 'Bakkerij De Proef' },
        invoiceNumber: number,
        totalGross: '203.30',
        cause: { code: 'period_closed', actor: 'bookkeeper', mending: { kind: 'invoice' } },
      },
    ])
    const detail = (await support('GET', `/api/support/bookings/${books.bookingId}`)).json()
    expect(detail).toMatchObject({ retryable: true, mutationNumber: null, connection: { state: 'active' } })
    expect(detail.exchanges.map(({ operation }: { operation: string }) => operation)).toContain('AddMutatie')
    expect(detail.timeline.length).toBeGreaterThan(0)

    api.sandbox.changeAdministration({ closedThrough: null }, person.administration.guid)
    const retried = await support('POST', `/api/support/bookings/${books.bookingId}/retries`)
    expect(retried.statusCode, retried.body).toBe(202)
    await waitFor(person, `/api/invoices/${draft.id}`, {
      books: { cause: null, mutationNumber: expect.any(String) },
    })
    const again = await person.as('POST', `/api/bookings/${books.bookingId}/retries`)
    expect(again.json()).toMatchObject({ status: 409, code: 'not_retryable' })
  })
})

test('the three codes stand in no answer, no log, no error and no table', async () => {
  const person = await linkedPerson(api)
  const codes = codesOf(person.administration)
  const { username, securityCode1, securityCode2 } = codes
  const canaries = [username, securityCode1, securityCode2]
  const answers = await Promise.all([
    person.as('PUT', '/api/connection', codes),
    person.as('PUT', '/api/connection', { ...codes, securityCode2: `${securityCode2}x` }),
    person.as('PUT', '/api/connection', { ...codes, more: securityCode1 }),
    person.as('POST', '/api/connection', codes),
    person.as('GET', '/api/connection'),
    person.as('GET', '/api/activities'),
    person.as('GET', '/api/overview'),
    person.as('POST', '/api/connection/tests'),
    person.as('GET', `/api/customers?search=${encodeURIComponent(securityCode1)}`),
  ])
  api.app.log.error(
    { securityCode1, body: { securityCode2 }, request: { body: { username } } },
    'a careless line',
  )
  const dump = await api.dump()
  for (const canary of canaries) {
    expect(canary.length).toBeGreaterThan(4)
    for (const answer of answers) expect(answer.body).not.toContain(canary)
    expect(api.logged().length).toBeGreaterThan(1_000)
    expect(api.logged()).not.toContain(canary)
    expect(dump).not.toContain(canary)
  }
})
