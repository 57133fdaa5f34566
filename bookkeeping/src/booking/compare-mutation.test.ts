import { expect, test } from 'vitest'
import type { FoundMutation } from '../ports/books.ts'
import { judgeFound } from './compare-mutation.ts'
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

const judge = (...mutations: FoundMutation[]) => judgeFound(planned, mutations)
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

test('nothing is found when only other numbers or other kinds are', () => {
  expect(cause()).toBe('nothing')
  expect(cause({ ...found, invoiceNumber: '2026-00011' })).toBe('nothing')
  expect(cause({ ...found, isSalesInvoice: false })).toBe('nothing')
})

test.each([
  ['another relation', { relationCode: 'S2' }],
  ['another date', { date: '2026-11-23' }],
  ['another debtors account', { account: '1310' }],
  ['another revenue account', { lines: [{ ...line, account: '8010' }] }],
  ['another VAT code', { lines: [{ ...line, vatCode: 'LAAG_VERK_9' }] }],
  ['one cent of VAT more', { lines: [{ ...line, vat: 2_101n, gross: 12_101n }] }],
  ['an amount that cannot be read', { lines: [{ ...line, vat: null }] }],
  ['a line more', { lines: [line, { ...line, vatCode: 'GEEN', net: 1n, vat: 0n, gross: 1n }] }],
])('%s is a conflict', (_what, change) => {
  expect(cause({ ...found, document: '', ...change })).toBe('number_in_use')
  expect(cause({ ...found, ...change })).toBe('changed_in_books')
})

test('the mark of another invoice is a conflict however equal it is, and two are an alarm', () => {
  expect(cause({ ...found, document: 'STELLA-B' })).toBe('number_in_use')
  expect(cause(found, { ...found, number: 8 })).toBe('found_twice')
})
