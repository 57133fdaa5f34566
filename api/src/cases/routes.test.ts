import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor } from '../testing/test-api.ts'

let api: LinkedApi
let support: Awaited<ReturnType<LinkedApi['supportPerson']>>
beforeAll(async () => {
  api = await linkedApi()
  support = await api.supportPerson()
  api.startWorker()
})
afterAll(() => api.close())

type Person = Awaited<ReturnType<typeof linkedPerson>>

/** An invoice that waits because the books refuse the relation of its customer, and the rule by which they do. */
async function refusedRelation(person: Person) {
  const rule = api.sandbox.faults.add({
    kind: 'refused',
    operation: 'AddRelatie',
    code: 'XYZ999',
    administration: person.administration.guid,
  })
  const customer = (await person.as('POST', '/api/customers', { ...company, name: 'Geweigerd' })).json()
  const draft = (await person.as('POST', '/api/invoices', draftFor(customer.id))).json()
  await person.as('POST', `/api/invoices/${draft.id}/finalization`)
  await expect
    .poll(async () => (await person.as('GET', `/api/invoices/${draft.id}`)).json().books.state)
    .toBe('failed')
  return { customerId: customer.id as string, invoiceId: draft.id as string, rule }
}

const ask = (person: Person, subject: object, consentHours = 24) =>
  person.as('POST', '/api/cases', { subject, question: 'Waarom lukt dit niet?', consentHours })

describe('help', () => {
  test('is asked once about one thing, with the time for which the support may look', async () => {
    const person = await linkedPerson(api)
    const { invoiceId } = await refusedRelation(person)
    const subject = { kind: 'invoice', id: invoiceId }
    const before = Date.now()
    const made = await ask(person, subject, 2)
    expect(made.statusCode, made.body).toBe(201)
    expect(made.json()).toMatchObject({ state: 'asked', consent: { isInForce: true }, looks: [] })
    const until = new Date(made.json().consent.until).getTime()
    expect(until - before).toBeGreaterThan(119 * 60_000)
    expect(until - before).toBeLessThan(121 * 60_000)
    expect((await ask(person, subject)).json()).toMatchObject({ status: 409, code: 'case_open' })
    const ended = await person.as('DELETE', `/api/cases/${made.json().id}/consent`)
    expect(ended.json()).toMatchObject({ consent: { isInForce: false } })
    const { items } = (await person.as('GET', '/api/audit')).json()
    expect(items.map(({ action }: { action: string }) => action).slice(0, 2)).toEqual([
      'consent_ended',
      'help_asked',
    ])
  })

  test('is seen by nobody of another organization, and asked about nothing of theirs', async () => {
    const [person, stranger] = [await linkedPerson(api), await linkedPerson(api)]
    const { invoiceId } = await refusedRelation(person)
    const { id } = (await ask(person, { kind: 'invoice', id: invoiceId })).json()
    expect((await stranger.as('GET', `/api/cases/${id}`)).statusCode).toBe(404)
    expect((await stranger.as('POST', `/api/cases/${id}/messages`, { body: 'x' })).statusCode).toBe(404)
    expect((await stranger.as('DELETE', `/api/cases/${id}/consent`)).statusCode).toBe(404)
    expect((await stranger.as('PUT', `/api/cases/${id}/consent`, { hours: 1 })).statusCode).toBe(404)
    expect((await ask(stranger, { kind: 'invoice', id: invoiceId })).json()).toMatchObject({
      status: 422,
      fields: [{ path: 'subject.id', code: 'subject_unknown' }],
    })
    expect((await person.as('GET', `/api/support/cases/${id}`)).json()).toMatchObject({
      code: 'support_only',
    })
  })

  test.each([
    ['for longer than a week', { consentHours: 169 }],
    ['for no time at all', { consentHours: 0 }],
    ['without a question', { question: ' ' }],
  ])('is not asked %s', async (_, wrong) => {
    const person = await linkedPerson(api)
    const body = { subject: { kind: 'connection' }, question: 'Waarom?', ...wrong }
    expect((await person.as('POST', '/api/cases', body)).statusCode).toBe(400)
  })
})

test('a case from question to solved: looked at, proposed, accepted, booked, closed', async () => {
  const person = await linkedPerson(api)
  const { customerId, invoiceId, rule } = await refusedRelation(person)
  const { id, number } = (await ask(person, { kind: 'customer', id: customerId })).json()

  const listed = (await support('GET', '/api/support/cases')).json().items
  expect(listed.find((it: { id: string }) => it.id === id)).toMatchObject({
    number,
    subject: { kind: 'customer', label: 'Geweigerd' },
  })
  const seen = (await support('GET', `/api/support/cases/${id}`)).json()
  expect(seen).toMatchObject({
    cause: { code: 'refused_without_known_reason', actor: 'support' },
    customerFields: { name: 'Geweigerd' },
  })
  await support('POST', `/api/support/cases/${id}/messages`, { body: 'De naam wordt geweigerd.' })
  const proposed = await support('POST', `/api/support/cases/${id}/proposals`, {
    field: 'name',
    after: 'Aangenomen',
  })
  expect(proposed.statusCode, proposed.body).toBe(201)
  const wrong = { field: 'vatNumber', after: 'NL1' }
  expect((await support('POST', `/api/support/cases/${id}/proposals`, wrong)).json()).toMatchObject({
    status: 422,
    fields: [{ path: 'after' }],
  })

  api.sandbox.faults.remove(rule)
  const { proposals } = (await person.as('GET', `/api/cases/${id}`)).json()
  const accepted = await person.as('POST', `/api/case-proposals/${proposals[0].id}/acceptance`)
  expect(accepted.statusCode, accepted.body).toBe(200)
  expect(accepted.json().proposals).toMatchObject([{ state: 'accepted' }])
  const again = await person.as('POST', `/api/case-proposals/${proposals[0].id}/acceptance`)
  expect(again.json()).toMatchObject({ status: 409, code: 'proposal_decided' })
  await expect.poll(() => person.books().relations.map(({ name }) => name)).toEqual(['Aangenomen'])
  await expect
    .poll(async () => (await person.as('GET', `/api/invoices/${invoiceId}`)).json().books.state)
    .toMatch(/booked|verified/)

  const closed = await support('POST', `/api/support/cases/${id}/closure`, { outcome: 'mended' })
  expect(closed.statusCode, closed.body).toBe(201)
  const after = (await person.as('GET', `/api/cases/${id}`)).json()
  expect(after).toMatchObject({ state: 'closed', outcome: 'mended', consent: { isInForce: false } })
  expect(after.looks.map(({ action }: { action: string }) => action)).toEqual([
    'closed',
    'proposed',
    'answered',
    'looked_at',
  ])
  expect((await support('GET', `/api/support/cases/${id}`)).body).not.toContain('Aangenomen')
  const log = (await person.as('GET', '/api/activities')).json().items
  const ofCase = log.filter((it: { subject: { type: string } }) => it.subject.type === 'case')
  expect(ofCase.map((it: { kind: string }) => it.kind)).toEqual([
    'help_closed',
    'help_change_accepted',
    'help_change_proposed',
    'help_answered',
    'help_asked',
  ])
  expect(ofCase[0].detail).toMatch(/^Door Sanne\. Het is opgelost\./)
})

test('a proposal about what changed meanwhile changes nothing', async () => {
  const person = await linkedPerson(api)
  const { customerId, rule } = await refusedRelation(person)
  const { id } = (await ask(person, { kind: 'customer', id: customerId })).json()
  await support('POST', `/api/support/cases/${id}/proposals`, { field: 'name', after: 'Voorstel' })
  const customer = (await person.as('GET', `/api/customers/${customerId}`)).json()
  const changed = await person.as('PUT', `/api/customers/${customerId}`, {
    ...company,
    name: 'Zelf gewijzigd',
    revision: customer.revision,
  })
  expect(changed.statusCode, changed.body).toBe(200)
  const { proposals } = (await person.as('GET', `/api/cases/${id}`)).json()
  const accepted = await person.as('POST', `/api/case-proposals/${proposals[0].id}/acceptance`)
  expect(accepted.json()).toMatchObject({ status: 409, code: 'changed_meanwhile' })
  const after = (await person.as('GET', `/api/cases/${id}`)).json()
  expect(after.proposals).toMatchObject([{ state: 'open' }])
  api.sandbox.faults.remove(rule)
})
