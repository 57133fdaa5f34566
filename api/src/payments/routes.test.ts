import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, draftFor, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

async function finalInvoice() {
  const person = await signUp(api.app)
  const { id: customerId } = (await person.as('POST', '/api/customers', company)).json()
  const { id } = (await person.as('POST', '/api/invoices', draftFor(customerId))).json()
  const path = `/api/invoices/${id}/payment`
  const finalize = () => person.as('POST', `/api/invoices/${id}/finalization`)
  return { person, id, path, finalize }
}

describe('the payment of an invoice that stands in no books', () => {
  test('is said by a person, taken back, and stands in the list, the log and the overview', async () => {
    const { finalize, id, path, person } = await finalInvoice()
    expect((await person.as('GET', path)).json()).toMatchObject({ code: 'not_final' })
    await finalize()
    expect((await person.as('GET', path)).json()).toMatchObject({
      outstanding: '203.30',
      isRead: false,
      knownAt: null,
      strays: [],
    })
    const paid = await person.as('PUT', path, { paidOn: '2026-11-02' })
    expect(paid.json()).toMatchObject({ state: 'paid', outstanding: '0.00', paidOn: '2026-11-02' })
    const listed = async (query: string) =>
      (await person.as('GET', `/api/invoices${query}`)).json().items.map((it: { id: string }) => it.id)
    expect(await listed('?payment=paid')).toEqual([id])
    const invoice = (await person.as('GET', `/api/invoices/${id}`)).json()
    expect(invoice).toMatchObject({ paid: '203.30', stillToPay: '0.00', leftToCredit: '203.30' })
    const mail = (await person.as('POST', `/api/invoices/${id}/messages/preview`, {})).json()
    expect(mail.text).toContain('U hoeft niets meer te betalen')
    expect(await listed('?payment=overdue')).toEqual([])
    expect((await person.as('GET', '/api/overview')).json().month).toMatchObject({ outstanding: '0.00' })
    const log = (await person.as('GET', '/api/activities?filter=invoices')).json().items
    expect(log[0]).toMatchObject({ kind: 'invoice_paid', subject: { type: 'payment', id }, sign: 'paid' })
    expect((await person.as('DELETE', path)).json()).toMatchObject({ outstanding: '203.30', saidBy: null })
    expect(await listed('?payment=paid')).toEqual([])
  })

  test.each(['2026-02-30', 'gisteren', '2049-01-01'])('is not said of the day %s', async (paidOn) => {
    const { finalize, path, person } = await finalInvoice()
    await finalize()
    const refused = await person.as('PUT', path, { paidOn })
    expect([refused.statusCode, refused.json().fields?.[0]?.path]).toEqual([422, 'paidOn'])
  })

  test('is nobody else’s to see or to say', async () => {
    const { finalize, path } = await finalInvoice()
    await finalize()
    const other = await signUp(api.app)
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', { paidOn: '2026-11-02' }],
      ['DELETE', undefined],
    ] as const) {
      expect((await other.as(method, path, body)).statusCode).toBeGreaterThanOrEqual(400)
    }
    expect((await other.as('POST', '/api/payments/readings')).json()).toMatchObject({ code: 'not_connected' })
  })
})
