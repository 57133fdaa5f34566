import type { PayableInBooks } from '@stella/database'
import { describe, expect, test } from 'vitest'
import type { FoundOpenItem } from '../ports/readings.ts'
import { decidePayments, strayPayments } from './decide-payments.ts'
import { SECOND_READING_AFTER_MS } from './reading.ts'

const now = Date.parse('2026-11-30T11:30:00Z')

const payable = (changes: Partial<PayableInBooks> = {}): PayableInBooks => ({
  invoiceId: 'invoice',
  number: '2026-0001',
  relationCode: 'K1',
  mutationNumber: 7,
  invoiceDate: '2026-11-01',
  gross: 12_100n,
  outstanding: 12_100n,
  settledAs: null,
  paidOn: null,
  mutationNumbers: null,
  pending: null,
  knownAt: null,
  whole: {
    invoiceId: 'invoice',
    number: '2026-0001',
    customer: 'Bakker',
    toPay: 12_100n,
    outstanding: 12_100n,
  },
  ...changes,
})
const item = (changes: Partial<FoundOpenItem> = {}): FoundOpenItem => ({
  date: '2026-11-01',
  invoiceNumber: '2026-0001',
  relationCode: 'K1',
  amount: 12_100n,
  outstanding: 12_100n,
  ...changes,
})
const decided = (of: PayableInBooks, items: FoundOpenItem[], at = now) => {
  const [decision] = decidePayments([of], items, at)
  if (decision === undefined) throw new Error('There is a decision for each.')
  const { payable: _, ...rest } = decision
  return rest
}
const pendingOf = (outstanding: bigint, ago: number) => ({ outstanding, since: new Date(now - ago) })

describe('a reading of open items', () => {
  test('that says what is known changes nothing', () => {
    expect(decided(payable(), [item()])).toEqual({ kind: 'unchanged' })
  })

  test('is believed at once where less is open, in part, in whole with its item there, and too much', () => {
    for (const outstanding of [5_000n, 0n, -100n]) {
      expect(decided(payable(), [item({ outstanding })])).toEqual({ kind: 'changed', outstanding })
    }
  })

  test('without the item pays nothing, before a second one long enough after it says so too', () => {
    expect(decided(payable(), [])).toEqual({ kind: 'pending', outstanding: 0n, since: now })
    const soon = pendingOf(0n, SECOND_READING_AFTER_MS - 1)
    expect(decided(payable({ pending: soon }), [])).toMatchObject({
      kind: 'pending',
      since: soon.since.getTime(),
    })
    expect(decided(payable({ pending: pendingOf(0n, SECOND_READING_AFTER_MS) }), [])).toEqual({
      kind: 'settled',
    })
    expect(decided(payable({ pending: pendingOf(0n, 10 ** 9) }), [item()])).toEqual({ kind: 'cleared' })
  })

  test('that lags behind makes no paid invoice unpaid', () => {
    const paid = payable({ outstanding: 0n, settledAs: 'paid' })
    expect(decided(paid, [item()])).toMatchObject({ kind: 'pending', outstanding: 12_100n })
    const again = { ...paid, pending: pendingOf(12_100n, SECOND_READING_AFTER_MS) }
    expect(decided(again, [item()])).toEqual({ kind: 'changed', outstanding: 12_100n })
    expect(decided(again, [])).toEqual({ kind: 'cleared' })
    // Another amount than the one that was awaited is news of its own.
    expect(decided(again, [item({ outstanding: 100n })])).toMatchObject({ kind: 'pending', since: now })
  })

  test('reckons a credit note the other way round', () => {
    const note = payable({ gross: -2_100n, outstanding: -2_100n })
    const ofNote = (outstanding: bigint) => item({ amount: -2_100n, outstanding })
    expect(decided(note, [ofNote(-100n)])).toEqual({ kind: 'changed', outstanding: -100n })
    expect(decided({ ...note, outstanding: -100n }, [ofNote(-2_100n)])).toMatchObject({ kind: 'pending' })
    expect(decided(note, [])).toMatchObject({ kind: 'pending', outstanding: 0n })
  })

  test('takes no part of what somebody else booked under the number', () => {
    expect(decided(payable(), [item({ amount: 24_200n, outstanding: 24_200n })])).toEqual({
      kind: 'unchanged',
    })
    expect(decided(payable(), [item({ amount: 24_200n, outstanding: 12_100n })])).toEqual({
      kind: 'changed',
      outstanding: 0n,
    })
  })

  test('finds the item under the code that people gave the relation, and takes no other relation’s', () => {
    const renamed = item({ relationCode: 'BAKKER', outstanding: 100n })
    expect(decided(payable(), [renamed])).toEqual({ kind: 'changed', outstanding: 100n })
    const other = item({ relationCode: 'ANDER', amount: 999n, outstanding: 0n })
    expect(decided(payable(), [other])).toEqual({ kind: 'unchanged' })
    expect(decided(payable(), [item({ invoiceNumber: ' 2026-0001 ', relationCode: 'k1' }), other])).toEqual({
      kind: 'unchanged',
    })
  })

  test('of an amount that is no number of cents says nothing', () => {
    expect(decided(payable(), [item({ outstanding: null })])).toEqual({ kind: 'unchanged' })
    expect(decided(payable(), [item({ amount: null, outstanding: 0n })])).toEqual({ kind: 'unchanged' })
  })
})

test('money under a number that nobody invoiced is a stray, what is overpaid is not', () => {
  const found = [
    item({ invoiceNumber: ' 2026-001', amount: 0n, outstanding: -12_100n }),
    item({ amount: 12_100n, outstanding: -100n }),
    item({ amount: 0n, outstanding: 500n }),
  ]
  expect(strayPayments(found)).toEqual([
    { invoiceNumber: '2026-001', relationCode: 'K1', date: '2026-11-01', amount: 12_100n },
  ])
})
