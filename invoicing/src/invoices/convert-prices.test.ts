import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentAllowance } from '../allowances/allowance.ts'
import { parseQuantity } from '../quantities/quantity.ts'
import { parseUnitPrice } from '../quantities/unit-price.ts'
import { totalsOf } from '../vat/compute-totals.ts'
import { convertPrices, type PricedContent } from './convert-prices.ts'

const line = (quantity: string, price: string, rate: '21' | '9' | '0' = '21') => ({
  description: 'Werk',
  quantity: parseQuantity(quantity),
  unitPrice: parseUnitPrice(price),
  vatTreatment: ({ 21: 'high', 9: 'low', 0: 'zero' } as const)[rate],
  vatRate: rate,
})
const off = (amount: string, rate: string | null = null): DocumentAllowance => ({
  kind: 'allowance',
  reason: null,
  percentage: null,
  amount,
  vatTreatment: rate === null ? null : 'high',
  vatRate: rate,
})
const without = (lines: ReturnType<typeof line>[], allowances: DocumentAllowance[] = []): PricedContent => ({
  lines,
  allowances,
  pricesIncludeVat: false,
})
const prices = ({ content }: ReturnType<typeof convertPrices>) =>
  content.lines.map(({ unitPrice }) => unitPrice)

describe('prices in the other manner', () => {
  test('have the decimals they need, and come back as they were', () => {
    const there = convertPrices(without([line('1', '27.50'), line('2', '10.00', '9'), line('1', '5', '0')]))
    expect(prices(there)).toEqual(['33.275', '10.90', '5.00'])
    expect(there.after).toBe(there.before)
    expect(prices(convertPrices(there.content))).toEqual(['27.50', '10.00', '5.00'])
  })

  test('keep the total where rounding would move it', () => {
    const there = convertPrices(without([line('1', '27.50'), line('1', '27.50')]))
    expect([there.before, there.after]).toEqual([6_655n, 6_655n])
    expect(prices(there)).toEqual(['33.27', '33.275'])
  })

  test('take discounts along, on a line, under a rate and spread', () => {
    const discounted = {
      ...line('1', '100.00'),
      allowances: [
        { kind: 'allowance', reason: null, percentage: null, amount: '10.00' } as const,
        { kind: 'charge', reason: null, percentage: '5', amount: null } as const,
      ],
    }
    const there = convertPrices(
      without([discounted, line('1', '100.00', '0')], [off('10.00', '21'), off('9.50')]),
    )
    expect(there.content.lines[0]?.allowances?.map(({ amount, percentage }) => amount ?? percentage)).toEqual(
      ['12.10', '5'],
    )
    // Of 9.50 4.63 falls under 21 %.
    expect(there.content.allowances.map(({ amount }) => amount)).toEqual(['12.10', '10.47'])
    expect(there.after).toBe(there.before)
  })

  test('say when no price keeps the total', () => {
    const there = convertPrices(without([line('100000', '0.0333')]))
    expect(there.after).not.toBe(there.before)
    expect(totalsOf(there.content).gross).toBe(there.after)
  })

  test('keep the total of what people sell, to and fro', () => {
    const anyLine = fc
      .record({
        quantity: fc.integer({ min: 1, max: 4_000 }),
        price: fc.integer({ min: 1, max: 999_999 }),
        rate: fc.constantFrom('21' as const, '9' as const, '0' as const),
      })
      .map(({ quantity, price, rate }) => line(String(quantity / 100), (price / 100).toFixed(2), rate))
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (lines) => {
        const there = convertPrices(without(lines))
        expect(there.after).toBe(there.before)
        const back = convertPrices(there.content)
        expect(back.after).toBe(back.before)
      }),
      { numRuns: 500 },
    )
  })
})
