import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, draftFor, requester, signUp, type TestApi, testApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

type Person = Awaited<ReturnType<typeof signUp>>

async function customerOf({ as }: Person, content: object = company): Promise<string> {
  return (await as('POST', '/api/customers', content)).json().id
}

async function finalOn({ as }: Person, customerId: string, invoiceDate: string, description = 'Werk') {
  const draft = (
    await as('POST', '/api/invoices', { ...draftFor(customerId), invoiceDate, description })
  ).json()
  const final = await as('POST', `/api/invoices/${draft.id}/finalization`, { revision: draft.revision })
  expect(final.statusCode, final.body).toBe(201)
  return final.json()
}

describe('a period', () => {
  test('narrows the list, its sums and its file alike', async () => {
    const person = await signUp(api.app)
    const customerId = await customerOf(person)
    await finalOn(person, customerId, '2026-09-30')
    const inside = await finalOn(person, customerId, '2026-10-01')
    await person.as('POST', '/api/invoices', draftFor(customerId))
    const quarter = 'from=2026-10-01&until=2026-12-31'
    const page = (await person.as('GET', `/api/invoices?${quarter}`)).json()
    expect(page.items.map(({ number }: { number: string | null }) => number)).toEqual([null, inside.number])
    const sums = (await person.as('GET', `/api/invoices/sums?${quarter}`)).json()
    expect(sums).toEqual({ count: 1, net: '170.00', vat: '33.30', gross: '203.30', outstanding: '203.30' })
    expect(sums.gross).toBe(inside.totals.gross)
    const csv = (await person.as('GET', `/api/invoices/csv?${quarter}`)).body
    expect(csv.split('\r\n').slice(1, -1)).toHaveLength(sums.count)
    const drafts = (await person.as('GET', `/api/invoices/sums?${quarter}&state=draft`)).json()
    expect(drafts).toMatchObject({ count: 1, gross: '203.30' })
    const fileOfDrafts = (await person.as('GET', `/api/invoices/csv?${quarter}&state=draft`)).body
    expect(fileOfDrafts.split('\r\n').slice(1, -1)).toHaveLength(drafts.count)
  })

  test.each(['2026-02-30', '2026-13-01', 'gisteren', '20261001'])('is not %s', async (from) => {
    const { as } = await signUp(api.app)
    for (const address of ['/api/invoices', '/api/invoices/sums', '/api/invoices/csv'])
      expect((await as('GET', `${address}?from=${from}`)).statusCode, address).toBe(400)
  })
})

describe('an order and a bound', () => {
  test('hold for the list, its sums and its file alike', async () => {
    const person = await signUp(api.app)
    const [zwaan, bos] = [
      await customerOf(person, { ...company, name: 'Zwaan' }),
      await customerOf(person, { ...company, name: 'Bos' }),
    ]
    const late = await finalOn(person, zwaan, '2026-10-01', 'Radiator')
    const early = await finalOn(person, bos, '2026-09-01', 'Kraan')
    const numbers = async (asked: string) =>
      (await person.as('GET', `/api/invoices?${asked}`))
        .json()
        .items.map(({ number }: { number: string }) => number)
    expect(await numbers('sort=customer&direction=ascending')).toEqual([early.number, late.number])
    expect(await numbers('sort=number')).toEqual([early.number, late.number])
    expect(await numbers('sort=due&direction=ascending&limit=1')).toEqual([early.number])
    expect(await numbers('least=203.31')).toEqual([])
    expect(await numbers('least=203.30&most=203.30&search=radiator')).toEqual([late.number])
    expect(await numbers('payment=unpaid&books=in_books')).toEqual([])
    const csv = (await person.as('GET', '/api/invoices/csv?sort=customer&direction=ascending')).body
    expect(
      csv
        .split('\r\n')
        .slice(1, 3)
        .map((row) => row.split(';')[2]),
    ).toEqual(['Bos', 'Zwaan'])
    for (const wrong of ['sort=x', 'direction=up', 'least=veel', 'most=1e3'])
      expect((await person.as('GET', `/api/invoices?${wrong}`)).statusCode, wrong).toBe(400)
  })

  test('customers say what was invoiced to them and is open', async () => {
    const person = await signUp(api.app)
    await customerOf(person, { ...company, name: 'Aalders' })
    await finalOn(person, await customerOf(person, { ...company, name: 'Bos' }), '2026-10-01')
    const asked = '/api/customers?sort=outstanding&direction=descending'
    expect((await person.as('GET', asked)).json().items).toMatchObject([
      { name: 'Bos', invoiced: '203.30', outstanding: '203.30', relation: { state: 'none', code: null } },
      { name: 'Aalders', invoiced: '0.00', outstanding: '0.00' },
    ])
  })
})

describe('the file', () => {
  test('opens in a Dutch Excel: its mark, semicolons, decimal commas, and in English points', async () => {
    const person = await signUp(api.app)
    const customerId = await customerOf(person, { ...company, name: 'Café «Zoë»; en "meer"' })
    const { number } = await finalOn(person, customerId, '2026-11-22', 'Werk,\nen tuin')
    const answer = await person.as('GET', '/api/invoices/csv')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    const excel = await person.as('GET', '/api/invoices/csv?format=xlsx')
    expect(excel.headers['content-disposition']).toContain('.xlsx')
    expect(excel.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="facturen-\d{4}-\d\d-\d\d.csv"$/,
    )
    expect(answer.body).toBe(
      '\ufeffNummer;Soort;Klant;Factuurdatum;Vervaldatum;Omschrijving;Bedrag zonder btw;Btw;Totaal;In de boeken;Betaling;Nog open\r\n' +
        `${number};Factuur;"Café «Zoë»; en ""meer""";2026-11-22;2026-12-22;"Werk,\nen tuin";170,00;33,30;203,30;Niet geboekt;Open;203,30\r\n`,
    )
    const english = (await person.as('GET', '/api/invoices/csv?language=en')).body
    expect(english).toContain(',170.00,33.30,203.30,')
  })

  test.each(['=1+1', '+31 6', '-5', '@SUM(A1)', '\tx', '＝1+1'])(
    'gives a spreadsheet no formula to reckon: %j',
    async (name) => {
      const person = await signUp(api.app)
      const customerId = await customerOf(person, { ...company, name: `${name} B.V.` })
      await finalOn(person, customerId, '2026-11-22', name)
      const { body } = await person.as('GET', '/api/invoices/csv')
      expect(body).not.toMatch(/(^|;|"|\n)[=+\-@\t＝](?!\d+,\d\d;)/)
      expect(body).toContain(name.trim())
    },
  )

  test('keeps a credit a number', async () => {
    const person = await signUp(api.app)
    const { id } = await finalOn(person, await customerOf(person), '2026-11-22')
    const credited = await person.as('POST', `/api/invoices/${id}/credit-notes`, {
      invoiceDate: '2026-11-23',
    })
    expect(credited.statusCode, credited.body).toBe(201)
    const { body } = await person.as('GET', '/api/invoices/csv')
    expect(body).toContain(';Creditfactuur;')
    expect(body).toContain(';-170,00;-33,30;-203,30;')
  })

  test('has every invoice, however many pages it takes, and nobody else’s', async () => {
    const person = await signUp(api.app)
    const customerId = await customerOf(person)
    const numbers: string[] = []
    for (let made = 0; made < 205; made += 1) {
      const draft = await person.as('POST', '/api/invoices', {
        ...draftFor(customerId),
        description: `stuk ${made}`,
      })
      numbers.push(draft.json().description)
    }
    const stranger = await signUp(api.app)
    expect((await stranger.as('GET', '/api/invoices/csv')).body.split('\r\n')).toHaveLength(2)
    const { body } = await person.as('GET', '/api/invoices/csv?state=draft')
    const found = [...body.matchAll(/;(stuk \d+);/g)].map(([, description]) => description)
    expect(found.sort()).toEqual(numbers.sort())
    expect((await requester(api.app, {})('GET', '/api/invoices/csv')).statusCode).toBe(401)
  })
})
