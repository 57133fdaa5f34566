import { listProducts } from '@stella/database'
import { type TestDatabase, testDatabase, testOrganization } from '@stella/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importsOf } from '../testing/bring-in.ts'
import { workbook } from '../testing/workbook.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function office() {
  const imports = importsOf(db, await testOrganization(db))
  const products = () => imports.inOwn(async (tx) => (await listProducts(tx, { limit: 200 })).items)
  return { ...imports, products }
}

const windows1252 = (text: string) => Buffer.from(text.replaceAll('€', '\x80'), 'latin1')

describe('a sheet', () => {
  test('is read with its merged cells, formulas, days and numbers, and its titles further down', async () => {
    const { read } = await office()
    const file = await workbook(
      [
        ['Klanten per november', null],
        [],
        ['Bedrijfsnaam', 'Plaats', 'KvK', 'Telefoon', 'Betalingstermijn'],
        ['Bos', 'Kampen', { number: '12345678' }, { day: 45991 }, { number: '14' }],
        [
          { formula: 'A4&" B.V."', value: 'Bos B.V.' },
          'Zwolle',
          '00123',
          { number: '6.12345678E8' },
          { number: '30.0' },
        ],
      ],
      { merged: ['A1:E1'] },
    )
    const { reading, rows } = await read('customers', file)
    expect(reading).toMatchObject({ fileKind: 'excel', headerRow: 3, encoding: null })
    expect(rows.map(({ cells, fate }) => [fate, cells])).toEqual([
      [
        'wrong',
        { name: 'Bos B.V.', city: 'Zwolle', kvkNumber: '00123', phone: '612345678', paymentTermDays: '30' },
      ],
      [
        'new',
        { name: 'Bos', city: 'Kampen', kvkNumber: '12345678', phone: '2025-11-30', paymentTermDays: '14' },
      ],
    ])
  })

  test('never takes a price of three decimals for thousands', async () => {
    const { read, apply, products } = await office()
    const { id } = await read(
      'products',
      await workbook([
        ['Code', 'Omschrijving', 'Prijs', 'Btw'],
        ['A', 'Draad', { number: '1.234' }, { number: '0.21' }],
        ['B', 'Ketel', '1.234,00', 'Hoog'],
      ]),
    )
    await apply(id)
    expect((await products()).map(({ unitPrice }) => unitPrice)).toEqual(['1.234', '1234.00'])
  })
})

describe('a file that is not in order', () => {
  test.each<[string, string | Buffer | Promise<Buffer>, string]>([
    ['nothing but a line end', '\r\n', 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'not_a_table'],
    ['a PDF', '%PDF-1.7\n', 'not_a_table'],
    ['Excel of 2003', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old_excel'],
    ['one column', 'Bos\nVis\n', 'no_columns'],
    ['cut off between quotes', 'Naam;Plaats\nBos;"Kam', 'cut_off'],
    ['a quote that never ends', `Naam;Plaats\nBos;"${'x'.repeat(200_000)}`, 'row_too_long'],
    ['a zip of something else', Buffer.from('PK\x03\x04 and no more'), 'cut_off'],
    [
      'a sheet that unfolds without end',
      workbook([['Naam', 'Plaats']], { more: [['xl/media/a.bin', Buffer.alloc(160 * 1_048_576)]] }),
      'too_large_inside',
    ],
  ])('%s is refused with its cause', async (_, file, cause) => {
    const { read } = await office()
    expect(await read('customers', (await file) as Buffer)).toMatchObject({
      state: 'refused',
      cause,
      rows: [],
    })
  })

  test('a sheet that was cut off is no sheet', async () => {
    const { read } = await office()
    const whole = await workbook([
      ['Naam', 'Plaats'],
      ['Bos', 'Kampen'],
    ])
    const half = whole.subarray(0, whole.length / 2)
    expect(await read('customers', half)).toMatchObject({ state: 'refused', cause: 'cut_off' })
  })

  test('with a mark, in UTF-16, with tabs, with a line that names the separator: read as meant', async () => {
    const { read } = await office()
    const rows = 'Naam|Plaats\nCafé|Kampen\n'
    const forms = [
      Buffer.from(`\ufeff${rows}`),
      Buffer.from(`\ufeff${rows.replaceAll('|', '\t')}`, 'utf16le'),
      Buffer.from(`sep=,\n${rows.replaceAll('|', ',')}`),
      windows1252(rows.replaceAll('|', ';')),
    ]
    for (const form of forms)
      expect((await read('customers', form)).rows).toMatchObject([
        { name: 'Café', place: 'Kampen', fate: 'new' },
      ])
  })

  test('with its titles twice, empty lines and formulas in cells, has its rows where they stand', async () => {
    const { read } = await office()
    const { rows } = await read(
      'customers',
      "Naam;Naam;Plaats\nBos;x;Kampen\n\nNaam;Naam;Plaats\n'=1+1;y;'-\n",
    )
    expect(rows.map(({ name, place, position }) => [position, name, place])).toEqual([
      [2, 'Bos', 'Kampen'],
      [5, '=1+1', '-'],
    ])
  })
})
