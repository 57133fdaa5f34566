import {
  finalizeInvoice,
  findPayment,
  listCustomers,
  listInvoices,
  paymentFigures,
  saveCustomer,
  saveDraft,
  sayPayment,
  verifyInvoices,
} from '@stella/database'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testOrganization,
} from '@stella/database/testing'
import { parsePlainDate } from '@stella/invoicing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importsOf } from '../testing/bring-in.ts'
import { workbook } from '../testing/workbook.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const today = parsePlainDate('2026-11-30')

async function office() {
  const imports = importsOf(db, await testOrganization(db))
  return {
    ...imports,
    invoices: () => imports.inOwn(async (tx) => (await listInvoices(tx, { limit: 200, today })).items),
    customers: () => imports.inOwn(async (tx) => (await listCustomers(tx, { limit: 200 })).items),
    finalize: (customerId: string) =>
      imports.inOwn(async (tx) => {
        const content = invoiceContent(customerId, { invoiceDate: today })
        return finalizeInvoice(tx, { invoiceId: (await saveDraft(tx, content)).id })
      }),
  }
}

/** In the form in which Moneybird hands out its invoices: a row for each line, and «betaald op» of what is paid. */
const moneybird = [
  'id;referentie;status;datum;vervaldatum;contact;contactnummer;valuta;betaald op;aantal;omschrijving;totaalprijs exclusief btw;btw-tarief;totaalprijs inclusief btw',
  '1;2026-0001;Betaald;05-01-2026;19-01-2026;Café De Zwaan;M-1;EUR;17-01-2026;2;Werk;1.000,00;21;1.210,00',
  '1;2026-0001;Betaald;05-01-2026;19-01-2026;Café De Zwaan;M-1;EUR;17-01-2026;1;Rit;50,00;21;60,50',
  '2;2026-0003;Te laat;20-10-2026;03-11-2026;Anna de Vries;M-2;EUR;;1;Werk;100,00;9;109,00',
  '3;2026-0004;Concept;25-11-2026;09-12-2026;Anna de Vries;M-2;EUR;;1;Werk;100,00;9;109,00',
].join('\r\n')

describe('old invoices', () => {
  test('come in as history: final, with what is open of them, and a customer comes along where Stella knew none', async () => {
    const { apply, customers, inOwn, invoices, read } = await office()
    const known = await inOwn((tx) => saveCustomer(tx, customerContent({ name: 'CAFE de Zwaan' })))
    const { counts, id, reading, rows } = await read('invoices', moneybird)
    expect(reading).toMatchObject({ program: 'Moneybird', decimals: 'comma', dates: 'day_first' })
    expect(counts).toMatchObject({ new: 2, wrong: 1 })
    expect(rows[0]).toMatchObject({
      name: '2026-0004',
      problems: [{ field: 'payment', code: 'history_draft' }],
    })
    await apply(id)
    expect(await invoices()).toMatchObject([
      {
        number: '2026-0003',
        origin: 'Moneybird',
        state: 'final',
        books: 'history',
        customerName: 'Anna de Vries',
        dueDate: '2026-11-03',
        net: 10_000n,
        gross: 10_900n,
        payment: 'overdue',
        outstanding: 10_900n,
        mail: null,
      },
      {
        number: '2026-0001',
        customerId: known.id,
        net: 105_000n,
        vat: 22_050n,
        gross: 127_050n,
        payment: 'paid',
        outstanding: 0n,
      },
    ])
    expect((await customers()).map(({ name }) => name)).toEqual(['Anna de Vries', 'CAFE de Zwaan'])
    expect(await inOwn((tx) => paymentFigures(tx, today))).toEqual({
      outstanding: 10_900n,
      overdue: { count: 1, amount: 10_900n },
    })
    expect(await inOwn(verifyInvoices)).toEqual({ count: 2, findings: [] })
    expect((await read('invoices', moneybird)).counts).toMatchObject({ same: 2, new: 0, wrong: 1 })
  })

  test('keep their numbers: the series goes on behind them, whatever it comes to look like', async () => {
    const { apply, finalize, inOwn, read } = await office()
    const { id: customerId } = await inOwn((tx) => saveCustomer(tx, customerContent({ name: 'Bos' })))
    const file = [
      'Factuurnummer;Datum;Klant;Totaal incl. btw;Btw-bedrag;Openstaand',
      '2026-0213;2026-10-02;Bos;121,00;21,00;0',
      '2026-0007;2026-01-02;Bos;121,00;21,00;0',
      // Of another day than its number says: it stands in no count, and is passed all the same.
      '2026-0214;2025-12-31;Bos;121,00;21,00;0',
      'Z-9;2026-01-02;Bos;121,00;21,00;0',
    ].join('\n')
    const { id } = await read('invoices', file)
    await apply(id)
    expect((await finalize(customerId)).number).toBe('2026-0215')
    expect((await finalize(customerId)).number).toBe('2026-0216')
    expect(await inOwn(verifyInvoices)).toEqual({ count: 6, findings: [] })
  })

  test('never take the number of an invoice that Stella has, and are wrong where they say otherwise of it', async () => {
    const { finalize, inOwn, read } = await office()
    const { id } = await inOwn((tx) => saveCustomer(tx, customerContent({ name: 'Bos' })))
    const { number } = await finalize(id)
    const row = (gross: string, date = today as string) => `${number};${date};Bos;${gross};21,00;0`
    const head = 'Factuurnummer;Datum;Klant;Totaal;Btw-bedrag;Openstaand\n'
    expect((await read('invoices', head + row('121,00'))).counts).toMatchObject({ same: 1 })
    for (const other of [row('122,00'), row('121,00', '2026-11-29')])
      expect((await read('invoices', head + other)).rows).toMatchObject([
        { fate: 'wrong', problems: [{ field: 'number', code: 'number_taken' }] },
      ])
    const twice = await read(
      'invoices',
      `${head}A;1-2-2026;Bos;121;21;0\nB;1-2-2026;Bos;121;21;0\na;1-2-2026;Bos;9;1;0`,
    )
    expect(twice.rows[0]).toMatchObject({
      position: 4,
      problems: [{ field: 'number', code: 'row_twice', limit: 2 }],
    })
  })

  test('are taken back with the customers that came along, but for what something was built on', async () => {
    const { apply, customers, finalize, inOwn, invoices, read, undo } = await office()
    const { id } = await read('invoices', moneybird)
    await apply(id)
    const [late] = await invoices()
    await inOwn((tx) =>
      sayPayment(
        tx,
        {
          invoiceId: late?.id ?? '',
          outstanding: 0n,
          settledAs: 'paid',
          paidOn: '2026-11-30',
          mutationNumbers: null,
          pending: null,
          knownAt: new Date(),
        },
        'Marloes',
      ),
    )
    expect(await undo(id)).toMatchObject({ state: 'undone', counts: { takenBack: 1, kept: 1 } })
    expect((await invoices()).map(({ number }) => number)).toEqual(['2026-0003'])
    expect((await customers()).map(({ name }) => name)).toEqual(['Anna de Vries'])
    expect(await inOwn((tx) => findPayment(tx, late?.id ?? '', today))).toMatchObject({
      state: 'paid',
      saidBy: 'Marloes',
    })
    // A final invoice of Stella's own never goes away.
    const { id: customerId } = await inOwn((tx) => saveCustomer(tx, customerContent({ name: 'Bos' })))
    const own = await finalize(customerId)
    await expect(
      inOwn((tx) => tx.deleteFrom('invoices').where('id', '=', own.id).execute()),
    ).rejects.toMatchObject({ code: 'final_invoice_frozen' })
  })
})

describe('the invoices of', () => {
  test.each<[string, string | Promise<Buffer>, object]>([
    [
      'WeFact',
      'Factuurnummer;Debiteurnummer;Bedrijfsnaam;Factuurdatum;Vervaldatum;Bedrag excl.;Bedrag incl.;Openstaand bedrag;Status\nF2026-0001;DB10000;Bos;02-03-2026;16-03-2026;100,00;121,00;21,00;Deels betaald\n',
      { gross: 12_100n, outstanding: 2_100n, dueDate: '2026-03-16', customerName: 'Bos' },
    ],
    [
      'Invoice Ninja',
      'Invoice Number,Client Name,Date,Due Date,Amount,Total Taxes,Balance,Status\n0007,Bos,2026-03-02,2026-03-16,"1,210.00",210.00,"1,210.00",Sent\n',
      { gross: 121_000n, vat: 21_000n, outstanding: 121_000n },
    ],
    [
      'Jortt',
      '\ufeffFactuurnummer;Klant;Factuurdatum;Vervaldatum;Totaal excl. btw;Totaal incl. btw;Betaald op\n12;Bos;2-3-2026;16-3-2026;100,00;121,00;20-3-2026\n',
      { gross: 12_100n, outstanding: 0n, invoiceDate: '2026-03-02' },
    ],
    [
      'SnelStart',
      workbook([
        ['Openstaande posten', null],
        [
          'Factuurnummer',
          'Relatiecode',
          'Naam',
          'Factuurdatum',
          'Bedrag excl. btw',
          'Bedrag incl. btw',
          'Openstaand saldo',
        ],
        ['88', '1001', 'Bos', { day: 46083 }, { number: '100' }, { number: '121' }, { number: '121' }],
      ]),
      { gross: 12_100n, outstanding: 12_100n, invoiceDate: '2026-03-02' },
    ],
  ])('%s are known by their columns', async (program, file, expected) => {
    const { apply, invoices, read } = await office()
    const { counts, id, reading, rows } = await read('invoices', (await file) as Buffer)
    expect(reading?.program, JSON.stringify(rows)).toBe(program)
    expect(counts, JSON.stringify(rows)).toMatchObject({ new: 1 })
    await apply(id)
    expect(await invoices()).toMatchObject([{ origin: program, ...expected }])
  })

  test('an American program have their month first, and a word that is not known is asked about', async () => {
    const { read } = await office()
    const { reading, rows } = await read(
      'invoices',
      'Invoice Number,Client Name,Date,Amount,Total Taxes,Balance,Status\n1,Bos,02/03/2026,121,21,,Paid\n2,Bos,02/13/2026,121,21,,Weird\n',
    )
    expect(reading).toMatchObject({ dates: 'month_first' })
    expect(rows).toMatchObject([
      { name: '2', fate: 'wrong', problems: [{ field: 'outstanding', code: 'outstanding_unknown' }] },
      { name: '1', fate: 'new' },
    ])
  })
})
