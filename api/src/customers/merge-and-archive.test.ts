import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
let person: Awaited<ReturnType<typeof signUp>>
beforeAll(async () => {
  api = await testApi()
  person = await signUp(api.app)
})
afterAll(() => api.close())

const add = async (name: string, more: object = {}) =>
  (await person.as('POST', '/api/customers', { ...company, name, ...more })).json()
const draft = async (customerId: string) =>
  (await person.as('POST', '/api/invoices', draftFor(customerId))).json()
const invoice = async (customerId: string) => {
  const { id } = await draft(customerId)
  return (await person.as('POST', `/api/invoices/${id}/finalization`)).json()
}
const kinds = async (customerId: string) =>
  (await person.as('GET', `/api/activities?customerId=${customerId}`))
    .json()
    .items.map(({ kind, title }: { kind: string; title: string }) => `${kind}: ${title}`)

describe('two customers', () => {
  test('are shown as they will be, made one, and told of in the log', async () => {
    const [stays, goes] = [await add('Kroon B.V.'), await add('Kroon', { email: 'kroon@example.nl' })]
    await invoice(goes.id)
    const open = await draft(goes.id)
    const preview = await person.as('GET', `/api/customers/${stays.id}/merge-preview?otherId=${goes.id}`)
    expect(preview.json()).toMatchObject({
      stays: { customer: { id: stays.id }, invoices: 0, drafts: 0, relation: { state: 'none' } },
      goes: { customer: { id: goes.id }, invoices: 1, drafts: 1 },
      taken: ['email'],
    })
    const body = { otherId: goes.id, revision: stays.revision, otherRevision: goes.revision }
    const merged = await person.as('POST', `/api/customers/${stays.id}/merges`, body)
    expect(merged.json()).toMatchObject({ id: stays.id, email: 'kroon@example.nl', mergedInto: null })
    // A second press finds that it is done.
    const again = await person.as('POST', `/api/customers/${stays.id}/merges`, body)
    expect(again.json()).toMatchObject({ status: 409, code: 'customer_merged' })
    expect((await person.as('GET', `/api/customers/${goes.id}`)).json()).toMatchObject({
      mergedInto: stays.id,
    })
    expect((await person.as('GET', `/api/invoices/${open.id}`)).json()).toMatchObject({
      customerId: stays.id,
      customerName: 'Kroon B.V.',
    })
    expect((await person.as('GET', `/api/customers/${stays.id}/figures`)).json()).toEqual({
      drafts: 1,
      years: [{ year: 2026, invoices: 1, creditNotes: 0, gross: '203.30', credited: '0.00' }],
    })
    const listed = await person.as('GET', `/api/invoices?customerId=${stays.id}`)
    expect(listed.json().items).toHaveLength(2)
    expect(await kinds(stays.id)).toEqual([
      'customers_merged: Klant Kroon B.V. is samengevoegd met Kroon',
      expect.stringMatching(/^invoice_not_connected/),
    ])
  })

  test('are never one and the same, nor somebody else’s', async () => {
    const { id, revision } = await add('Alleen')
    const self = await person.as('POST', `/api/customers/${id}/merges`, {
      otherId: id,
      revision,
      otherRevision: revision,
    })
    expect(self.json()).toMatchObject({ status: 422, fields: [{ path: 'otherId', code: 'customer_same' }] })
    const other = await signUp(api.app)
    const theirs = (await other.as('POST', '/api/customers', company)).json()
    for (const otherId of [theirs.id, randomUUID()]) {
      const body = { otherId, revision, otherRevision: 1 }
      expect((await person.as('POST', `/api/customers/${id}/merges`, body)).statusCode).toBe(404)
      const preview = `/api/customers/${id}/merge-preview?otherId=${otherId}`
      expect((await person.as('GET', preview)).statusCode).toBe(404)
    }
    for (const what of ['figures', `merge-preview?otherId=${id}`]) {
      const answer = await person.as('GET', `/api/customers/${theirs.id}/${what}`)
      expect(answer.statusCode).toBe(404)
    }
  })
})

describe('a customer that is archived', () => {
  test('is offered no more, refused in new invoices at its field, and brought back', async () => {
    const { id } = await add('Slapende Klant')
    const final = await invoice(id)
    const archive = (archived: boolean) => person.as('PUT', `/api/customers/${id}/archived`, { archived })
    expect((await archive(true)).json()).toMatchObject({ archivedAt: expect.any(String) })
    await archive(true)
    const search = async (more = '') =>
      (await person.as('GET', `/api/customers?search=slapende${more}`)).json().items.length
    expect([await search(), await search('&archived=true')]).toEqual([0, 1])
    const refused = await person.as('POST', '/api/invoices', draftFor(id))
    expect(refused.json()).toMatchObject({
      status: 422,
      fields: [{ path: 'customerId', code: 'customer_archived' }],
    })
    const copied = await person.as('POST', `/api/invoices/${final.id}/copies`)
    expect(copied.json()).toMatchObject({ status: 409, code: 'customer_archived' })
    expect((await archive(false)).json()).toMatchObject({ archivedAt: null })
    await draft(id)
    expect((await kinds(id)).slice(0, 2)).toEqual([
      'customer_restored: Klant Slapende Klant is teruggehaald',
      'customer_archived: Klant Slapende Klant is gearchiveerd',
    ])
  })

  test('is deleted only where there is nothing of it', async () => {
    const [empty, used] = [await add('Leeg'), await add('Gebruikt')]
    await draft(used.id)
    const remove = (id: string) => person.as('DELETE', `/api/customers/${id}`)
    expect((await remove(used.id)).json()).toMatchObject({ status: 409, code: 'customer_invoiced' })
    expect((await remove(empty.id)).statusCode).toBe(204)
    expect((await remove(empty.id)).statusCode).toBe(404)
  })
})
