import { describe, expect, test } from 'vitest'
import type { FoundMutation } from '../ports/books.ts'
import { judgeFound, judgeReadBack } from './compare-mutation.ts'
import type { PlannedMutation } from './planned-mutation.ts'

const planned: PlannedMutation = {
  date: '2026-11-22',
  debtorsAccount: '1300',
  relationCode: 'S1',
  invoiceNumber: '2026-0001',
  reference: 'STELLA-A',
  description: 'Factuur 2026-0001',
  paymentTermDays: 14,
  amountsIncludeVat: false,
  lines: [
    {
      revenueAccount: '8000',
      vatCode: 'HOOG_VERK_21',
      vatPercentage: '21',
      net: '100.00',
      vat: '21.00',
      gross: '121.00',
    },
  ],
}

const line = { account: '8000', vatCode: 'HOOG_VERK_21', net: 10_000n, vat: 2_100n, gross: 12_100n }
const found: FoundMutation = {
  number: 7,
  isSalesInvoice: true,
  date: '2026-11-22',
  account: '1300',
  relationCode: 'S1',
  invoiceNumber: '2026-0001',
  document: 'STELLA-A',
  lines: [line],
}

const judge = (...mutations: FoundMutation[]) => judgeFound(planned, mutations, false)
const cause = (...mutations: FoundMutation[]) => {
  const { sighting } = judge(...mutations)
  return sighting.kind === 'contradiction' ? sighting.cause : sighting.kind
}

test('ours is adopted, and so is an equal one that nobody marked', () => {
  expect(judge(found)).toEqual({ sighting: { kind: 'ours' }, number: 7 })
  expect(judge({ ...found, document: '' })).toEqual({ sighting: { kind: 'ours' }, number: 7 })
  const halves = [
    { ...line, net: 4_000n, vat: 840n, gross: 4_840n },
    { ...line, net: 6_000n, vat: 1_260n, gross: 7_260n },
  ]
  expect(cause({ ...found, lines: halves })).toBe('ours')
})

test('while ours can still come, an equal one that nobody marked is not taken for it, and a marked one is', () => {
  const early = (...mutations: FoundMutation[]) => judgeFound(planned, mutations, true)
  expect(early({ ...found, document: '' })).toEqual({ sighting: { kind: 'nothing' }, number: null })
  expect(early(found)).toEqual({ sighting: { kind: 'ours' }, number: 7 })
  expect(early({ ...found, document: '', date: '2026-11-23' }).sighting.kind).toBe('contradiction')
})

test('nothing is found when only other numbers or other kinds are', () => {
  expect(cause()).toBe('nothing')
  expect(cause({ ...found, invoiceNumber: '2026-00011' })).toBe('nothing')
  expect(cause({ ...found, isSalesInvoice: false })).toBe('nothing')
})

const differences: [string, Partial<FoundMutation>][] = [
  ['another date', { date: '2026-11-23' }],
  ['another debtors account', { account: '1310' }],
  ['another revenue account', { lines: [{ ...line, account: '8010' }] }],
  ['another VAT code', { lines: [{ ...line, vatCode: 'LAAG_VERK_9' }] }],
  ['one cent of VAT more', { lines: [{ ...line, vat: 2_101n, gross: 12_101n }] }],
  ['an amount that cannot be read', { lines: [{ ...line, vat: null }] }],
  ['a line more', { lines: [line, { ...line, vatCode: 'GEEN', net: 1n, vat: 0n, gross: 1n }] }],
]

test.each(differences)('%s is a conflict', (_what, change) => {
  expect(cause({ ...found, document: '', ...change })).toBe('number_in_use')
  expect(cause({ ...found, ...change })).toBe('changed_in_books')
})

test('under another relation code it is a conflict, but for ours, and for the code its relation has by now', () => {
  const unmarked = { ...found, document: '', relationCode: 'S2' }
  expect(cause(unmarked)).toBe('number_in_use')
  expect(cause({ ...found, relationCode: 'S2' })).toBe('ours')
  expect(judgeFound(planned, [unmarked], false, 'S2').sighting.kind).toBe('ours')
})

test('the mark of another invoice is a conflict however equal it is, and two are an alarm', () => {
  expect(cause({ ...found, document: 'STELLA-B' })).toBe('number_in_use')
  expect(cause(found, { ...found, number: 8 })).toBe('found_twice')
})

describe('reading back', () => {
  const readBack = (...read: FoundMutation[]) => judgeReadBack({ mutation: planned, mutationNumber: 7 }, read)
  const other = { ...found, number: 8, invoiceNumber: '2026-0002', document: 'STELLA-B' }

  test('one that is equal in everything is, beside others', () => {
    expect(readBack(other, found)).toEqual({ kind: 'equal' })
    expect(readBack({ ...found, document: '' })).toEqual({ kind: 'equal' })
  })

  test('one whose number was not read is not seen, whatever else was', () => {
    expect(readBack()).toEqual({ kind: 'not_seen' })
    expect(readBack(other, { ...found, number: 9 })).toEqual({ kind: 'not_seen' })
  })

  test.each<[string, Partial<FoundMutation>]>([
    ...differences,
    ['another invoice number', { invoiceNumber: '2026-0009' }],
    ['another kind', { isSalesInvoice: false }],
  ])('%s is told, with the number', (_what, change) => {
    expect(readBack({ ...found, ...change })).toEqual({
      kind: 'contradiction',
      cause: 'changed_in_books',
      numbers: [7],
    })
  })

  test('under another relation code it is for the relation to tell, and equal under the one it has by now', () => {
    const renamed = { ...found, relationCode: 'S2' }
    expect(readBack(renamed)).toEqual({ kind: 'other_relation', code: 'S2', numbers: [7] })
    const known = { mutation: planned, mutationNumber: 7, relationCode: 'S2' }
    expect(judgeReadBack(known, [renamed])).toEqual({ kind: 'equal' })
    expect(judgeReadBack(known, [found])).toEqual({ kind: 'equal' })
  })

  test.each<[string, Partial<FoundMutation>]>([
    ['the invoice number without our mark', { document: '' }],
    ['our mark under another invoice number', { invoiceNumber: '2026-0009' }],
    ['both, with other amounts', { lines: [{ ...line, gross: 1n }] }],
  ])('a second one with %s is told, with both numbers', (_what, change) => {
    const double = { ...found, number: 12, ...change }
    expect(readBack(double, other, found)).toEqual({
      kind: 'contradiction',
      cause: 'found_twice',
      numbers: [7, 12],
    })
  })

  test('a payment or a purchase may have the number too', () => {
    expect(readBack(found, { ...found, number: 8, isSalesInvoice: false })).toEqual({ kind: 'equal' })
  })
})
