import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codesOf, type LinkedApi, linkedApi, linkedPerson } from '../testing/linked-api.ts'
import { company, draftFor } from '../testing/test-api.ts'

let api: LinkedApi
let support: Awaited<ReturnType<LinkedApi['supportPerson']>>
beforeAll(async () => {
  api = await linkedApi()
  support = await api.supportPerson()
  api.startWorker()
})
afterAll(() => api.close())

type Item = { id: string; organization: { id: string } }

async function listed(what: string, organization: string): Promise<Item[]> {
  const { items } = (await support('GET', `/api/support/${what}`)).json()
  return items.filter((item: Item) => item.organization.id === organization)
}

const organizationOf = async (person: { as: Awaited<ReturnType<typeof linkedPerson>>['as'] }) =>
  (await person.as('GET', '/api/session')).json().organization.id as string

describe('a relation that the books refuse, of a customer with a draft alone', () => {
  test('is found by the support desk with what was said, and goes through when offered again', async () => {
    const person = await linkedPerson(api)
    const organization = await organizationOf(person)
    const rule = api.sandbox.faults.add({
      kind: 'refused',
      operation: 'AddRelatie',
      code: 'XYZ999',
      administration: person.administration.guid,
    })
    const customer = (await person.as('POST', '/api/customers', { ...company, name: 'Geweigerd' })).json()
    const draft = (await person.as('POST', '/api/invoices', draftFor(customer.id))).json()
    await person.as('POST', `/api/invoices/${draft.id}/leaving`)
    await expect
      .poll(() => listed('relations', organization))
      .toMatchObject([
        {
          customerId: customer.id,
          customerName: null,
          state: 'rejected',
          waitingInvoices: 0,
          cause: { code: 'refused_without_known_reason', serviceCode: 'XYZ999', actor: 'support' },
        },
      ])
    expect(await listed('bookings', organization)).toEqual([])

    await person.as('POST', '/api/cases', {
      subject: { kind: 'customer', id: customer.id },
      question: 'Waarom lukt dit niet?',
    })
    expect(await listed('relations', organization)).toMatchObject([{ customerName: 'Geweigerd' }])
    const [{ id } = { id: '' }] = await listed('relations', organization)
    const answer = await support('GET', `/api/support/relations/${id}`)
    const detail = answer.json()
    expect(detail).toMatchObject({ retryable: true, connection: { state: 'active', cause: null } })
    expect(detail.cause.action).not.toContain('Neem contact op met de support')
    const said = detail.exchanges.find(({ operation }: { operation: string }) => operation === 'AddRelatie')
    expect(said).toMatchObject({ serviceCode: 'XYZ999', answer: expect.stringContaining('XYZ999') })
    expect(detail.timeline.at(-1)).toMatchObject({ outcome: 'failure' })
    for (const code of Object.values(codesOf(person.administration))) expect(answer.body).not.toContain(code)

    api.sandbox.faults.remove(rule)
    const retried = await support('POST', `/api/support/relations/${id}/retries`)
    expect(retried.statusCode, retried.body).toBe(202)
    expect(retried.json()).toEqual({ id, state: 'waiting' })
    await expect.poll(() => person.books().relations.map(({ name }) => name)).toEqual(['Geweigerd'])
    await expect.poll(() => listed('relations', organization)).toEqual([])
    const again = await support('POST', `/api/support/relations/${id}/retries`)
    expect(again.json()).toMatchObject({ status: 409, code: 'not_retryable' })
  })
})

describe('a connection that pauses', () => {
  test('is found by the support desk with its cause and what waits, until it goes on', async () => {
    const person = await linkedPerson(api)
    const organization = await organizationOf(person)
    expect(await listed('connections', organization)).toEqual([])
    const { guid } = person.administration
    const rule = api.sandbox.faults.add({ kind: 'refused', code: 'E001.1', administration: guid })
    const customer = (await person.as('POST', '/api/customers', company)).json()
    const draft = (await person.as('POST', '/api/invoices', draftFor(customer.id))).json()
    await person.as('POST', `/api/invoices/${draft.id}/finalization`)
    await expect
      .poll(() => listed('connections', organization))
      .toMatchObject([
        {
          waitingInvoices: 1,
          cause: { code: 'codes_refused', actor: 'owner', mending: { kind: 'codes' } },
        },
      ])
    api.sandbox.faults.remove(rule)
    await person.as('PUT', '/api/connection', codesOf(person.administration))
    await expect.poll(() => listed('connections', organization)).toEqual([])
    await expect.poll(() => person.books().mutations.length).toBe(1)
  })
})

test('a cursor that is none is refused in every list', async () => {
  for (const list of ['bookings', 'relations', 'connections']) {
    const answer = await support('GET', `/api/support/${list}?cursor=x`)
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_cursor' })
  }
})
