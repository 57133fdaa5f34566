import { listCustomers, listInvoices } from '@stella/database'
import { type TestDatabase, testDatabase, testOrganization } from '@stella/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importsOf } from '../testing/bring-in.ts'
import { archiveOf, auditFileOf, ublOf } from '../testing/documents.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function office() {
  const imports = importsOf(db, await testOrganization(db))
  const invoices = () =>
    imports.inOwn(async (tx) =>
      (await listInvoices(tx, { limit: 200, sort: 'number', direction: 'ascending' })).items.map(
        ({ customerName, dueDate, gross, isCreditNote, number, outstanding, vat }) => ({
          number,
          customerName,
          dueDate,
          gross,
          vat,
          outstanding,
          isCreditNote,
        }),
      ),
    )
  const customers = () => imports.inOwn(async (tx) => (await listCustomers(tx, {})).items)
  return { ...imports, invoices, customers }
}

describe('a folder of e-invoices', () => {
  test('comes in as old invoices with their customers, credit notes below zero', async () => {
    const { apply, customers, invoices, read, readAgain } = await office()
    const file = await archiveOf({
      'map/een.xml': ublOf('F-1'),
      'map/een.pdf': '%PDF-1.7',
      '__MACOSX/map/._een.xml': 'x',
      'map/twee.xml': ublOf('F-2', {
        isCredit: true,
        more: '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F-1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>',
      }),
      'map/drie.xml': ublOf('F-3', { customer: 'Bakkerij Vos', kvk: '12345678' }),
    })
    const found = await read('invoices', file)
    expect(found.reading).toMatchObject({ fileKind: 'ubl', decimals: 'point', encoding: null })
    // Whether they are paid no e-invoice says: it is asked, once for all.
    expect(found.counts).toMatchObject({ wrong: 3, new: 0 })
    expect(found.rows[0]?.problems).toEqual([{ field: 'outstanding', code: 'outstanding_unknown' }])
    const again = await readAgain(found.id, { payment: 'open' })
    expect(again.counts).toMatchObject({ wrong: 0, new: 3 })
    await apply(found.id)
    expect(await invoices()).toMatchObject([
      { number: 'F-1', customerName: 'Café De Zwaan', gross: 12100n, vat: 2100n, outstanding: 12100n },
      { number: 'F-2', gross: -12100n, isCreditNote: true },
      { number: 'F-3', customerName: 'Bakkerij Vos', dueDate: '2026-03-16' },
    ])
    expect((await customers()).map(({ kvkNumber, name }) => [name, kvkNumber])).toEqual([
      ['Bakkerij Vos', '12345678'],
      ['Café De Zwaan', '05061284'],
    ])
  })

  test('gives each of its customers once, with the address', async () => {
    const { apply, customers, read } = await office()
    const file = await archiveOf({ '1.xml': ublOf('F-1'), '2.xml': ublOf('F-2') })
    const found = await read('customers', file)
    expect(found.counts).toMatchObject({ new: 1, wrong: 0 })
    await apply(found.id)
    expect(await customers()).toMatchObject([
      {
        name: 'Café De Zwaan',
        address: 'Ossenmarkt 8',
        postalCode: '8011 MS',
        city: 'Zwolle',
        kvkNumber: '05061284',
      },
    ])
  })

  test('may be one file, and says of each that cannot be read which it is', async () => {
    const { read } = await office()
    expect((await read('invoices', ublOf('F-1'))).counts).toMatchObject({ wrong: 1 })
    const { rows } = await read(
      'invoices',
      await archiveOf({
        'heel.xml': ublOf('F-1', { net: '0.00', gross: '0.00' }),
        'half.xml': ublOf('F-2').slice(0, 400),
        'dollar.xml': ublOf('F-3', { currency: 'USD' }),
        'bestelling.xml': '<Order><ID>7</ID></Order>',
      }),
    )
    expect(rows.find(({ place }) => place === 'half.xml')?.fate).toBe('wrong')
    expect(rows.find(({ place }) => place === 'bestelling.xml')?.fate).toBe('wrong')
    expect(rows.find(({ name }) => name === 'F-3')?.problems).toContainEqual({
      field: 'gross',
      code: 'amount_invalid',
    })
    expect(rows.find(({ name }) => name === 'F-1')?.fate).toBe('new')
  })

  test.each([
    [
      'declares entities',
      `<!DOCTYPE Invoice [<!ENTITY a "aaaa">]>${ublOf('F-1').replace(/^<\?xml.*\?>/, '')}`,
    ],
    ['calls an entity', ublOf('&a;')],
    ['nests without end', `<Invoice>${'<a>'.repeat(5_000)}`],
    ['ends halfway', ublOf('F-1').slice(0, 900)],
  ])('is refused with a sentence where it %s', async (_, file) => {
    const { read } = await office()
    expect(await read('invoices', file)).toMatchObject({ state: 'refused', cause: 'broken_xml' })
  })

  test('has no products', async () => {
    const { read } = await office()
    expect(await read('products', ublOf('F-1'))).toMatchObject({ state: 'refused', cause: 'nothing_of_kind' })
  })
})

describe.each(['4.0', '3.2'] as const)('an auditfile (XAF %s)', (version) => {
  test('has the customers of the old books, and no suppliers', async () => {
    const { apply, customers, read } = await office()
    const found = await read('customers', auditFileOf(version))
    expect(found.reading).toMatchObject({ fileKind: 'audit_file', program: 'Oud Boekpakket' })
    await apply(found.id)
    expect(await customers()).toMatchObject([
      { name: 'Anna & Zn' },
      {
        name: 'Fysio Aan de Gracht',
        address: 'Kade 1a',
        postalCode: '8261 AA',
        city: 'Kampen',
        kvkNumber: '05061284',
        email: 'info@fysio.example',
      },
    ])
  })

  test('has the invoices of its sales journals, with what is open after what was paid', async () => {
    const { apply, invoices, read, readAgain } = await office()
    const found = await read('invoices', auditFileOf(version))
    // Of an item that was open before its year no auditfile says how much of it was VAT.
    expect(found.counts.wrong).toBe(version === '3.2' ? 1 : 0)
    await readAgain(found.id, { vatTreatment: 'high' })
    await apply(found.id)
    const old = {
      number: '2025-099',
      customerName: 'Anna & Zn',
      dueDate: '2025-12-04',
      gross: 6050n,
      vat: 1050n,
      outstanding: 6050n,
    }
    expect(await invoices()).toMatchObject([
      ...(version === '3.2' ? [old] : []),
      { number: '2026-001', customerName: 'Fysio Aan de Gracht', gross: 12100n, vat: 2100n, outstanding: 0n },
      { number: '2026-002', customerName: 'Anna & Zn', gross: 5000n, vat: 0n, outstanding: 5000n },
      { number: '2026-003', gross: -1210n, vat: -210n, outstanding: -1210n, isCreditNote: true },
    ])
  })
})

test('an auditfile that does not say which invoice a payment is of lets nothing seem open', async () => {
  const { read } = await office()
  const found = await read('invoices', auditFileOf('4.0', { paidWith: '<custSupID>D1</custSupID>' }))
  expect(found.counts).toMatchObject({ wrong: 3 })
  expect(found.rows.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(
    Array.from({ length: 3 }, () => 'outstanding_unknown'),
  )
})

test('an auditfile comes in from an archive too', async () => {
  const { read } = await office()
  const found = await read('customers', await archiveOf({ '2026.xaf': auditFileOf('4.0') }))
  expect(found.counts).toMatchObject({ new: 2 })
})
