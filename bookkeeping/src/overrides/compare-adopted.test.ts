import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BookedMutation, SalesMutation } from '../ports/readings.ts'
import { differencesOf, foundOf, refusalOf, type ToAdopt } from './compare-adopted.ts'

const invoice: ToAdopt = {
  number: '2026-0117',
  date: '2026-11-17',
  net: 100_000n,
  vat: 21_000n,
  reference: 'STELLA-0001',
  relationCode: null,
}
const found: SalesMutation = {
  number: 3061,
  kind: 'invoice_sent',
  date: '2026-11-17',
  relationCode: 'TENHOVE',
  invoiceNumber: '2026-0117',
  document: '',
  description: '',
  lines: [
    { account: '8000', vatCode: 'HOOG_VERK_21', net: '60000', vat: '12600' },
    { account: '8010', vatCode: 'HOOG_VERK_21', net: '40000', vat: '8400' },
  ],
}

describe('a mutation beside the invoice that somebody says it is', () => {
  test('is the same, however many lines it has and however its number is typed', () => {
    expect(differencesOf(invoice, { ...found, invoiceNumber: ' 2026 -0117' })).toEqual([])
  })

  test.each([
    [{ invoiceNumber: '2026-0171' }, { what: 'number', stella: '2026-0117', books: '2026-0171' }],
    [{ date: '2026-11-18' }, { what: 'date', stella: '2026-11-17', books: '2026-11-18' }],
  ])('differs in %o', (change, difference) => {
    expect(differencesOf(invoice, { ...found, ...change })).toEqual([difference])
  })

  test('differs in its relation only where that of the customer is known', () => {
    expect(differencesOf({ ...invoice, relationCode: 'S123' }, found)).toEqual([
      { what: 'relation', stella: 'S123', books: 'TENHOVE' },
    ])
  })

  test('says exactly the amounts that differ, to the cent, and never takes what it cannot read for equal', () => {
    const cents = fc.bigInt({ min: -5_000n, max: 5_000n })
    fc.assert(
      fc.property(cents, cents, fc.array(cents, { minLength: 1, maxLength: 4 }), (net, vat, parts) => {
        const lines = parts.map((part) => ({
          account: '8000',
          vatCode: 'GEEN',
          net: `${part}`,
          vat: `${part}`,
        }))
        const sum = parts.reduce((one, other) => one + other, 0n)
        const differs = differencesOf({ ...invoice, net, vat }, { ...found, lines }).map(({ what }) => what)
        expect(differs).toEqual([...(net === sum ? [] : ['net']), ...(vat === sum ? [] : ['vat'])])
        const unread = [...lines, { account: '8000', vatCode: 'GEEN', net: null, vat: '0' }]
        expect(differencesOf({ ...invoice, net: sum, vat: sum }, { ...found, lines: unread })).toEqual([
          { what: 'net', stella: sum, books: null },
        ])
      }),
    )
  })
})

describe('a mutation that cannot be the invoice', () => {
  test.each([
    [null, 'absent'],
    [{ ...found, kind: 'money_received' as const }, 'not_a_sale'],
    [{ ...found, document: 'STELLA-0002' }, 'of_another'],
    [{ ...found, document: 'STELLA-0001' }, null],
    [{ ...found, document: 'bon 12' }, null],
  ])('%o: %s', (mutation, refusal) => {
    expect(refusalOf(mutation, invoice)).toBe(refusal)
  })

  test('is kept as it was read, also where nothing of it is a sale', () => {
    const { lines: _, ...head } = found
    const bought: BookedMutation = { ...head, kind: 'invoice_received', account: '1600', lines: [] }
    expect(foundOf(bought)).toEqual({ ...found, kind: 'invoice_received', lines: [] })
  })
})
