import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, roundToTotal } from './allocate.ts'
import { cents, negate, sumOf } from './cents.ts'

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 })
const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(cents)

describe('allocate', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [5n, [3n, 7n], [2n, 3n]],
    [1n, [0n, 1n, 0n], [0n, 1n, 0n]],
    [10n, [100n, -50n], [20n, -10n]],
    [0n, [1n, 2n], [0n, 0n]],
  ])('%s over %s is %s', (total, parts, expected) => {
    expect(allocate(cents(total), parts)).toEqual(expected)
  })

  test('loses no cent, stays within a cent of the exact share, and mirrors with the amount', () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        const sum = parts.reduce((left, right) => left + right, 0n)
        fc.pre(sum !== 0n)
        const shares = allocate(total, parts)
        expect(sumOf(shares)).toBe(total)
        for (const [index, weight] of parts.entries()) {
          const error = (shares[index] ?? 0n) * sum - total * weight
          expect(error < sum && error > -sum).toBe(true)
        }
        expect(allocate(negate(total), parts)).toEqual(shares.map(negate))
      }),
    )
  })

  test('refuses weights that add up to zero', () => {
    expect(() => allocate(cents(10n), [1n, -1n])).toThrow(RangeError)
    expect(() => allocate(cents(10n), [])).toThrow(RangeError)
  })
})

describe('roundToTotal', () => {
  test('mirrors exactly, also where the shares cancel each other out', () => {
    expect(roundToTotal([1n, -1n], 2n, cents(0n))).toEqual([1n, -1n])
    expect(roundToTotal([-1n, 1n], 2n, cents(0n))).toEqual([-1n, 1n])
    const signed = fc.array(fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(signed, fc.bigInt({ min: 1n, max: 9_999n }), (numerators, denominator) => {
        const exact = numerators.reduce((sum, numerator) => sum + numerator, 0n)
        const total = cents(exact / denominator)
        const shares = roundToTotal(numerators, denominator, total)
        expect(sumOf(shares)).toBe(total)
        const mirrored = numerators.map((numerator) => -numerator)
        expect(roundToTotal(mirrored, denominator, negate(total))).toEqual(shares.map(negate))
      }),
    )
  })

  test('refuses a total that is not the rounded sum', () => {
    expect(() => roundToTotal([10n, 10n], 10n, cents(5n))).toThrow(RangeError)
    expect(() => roundToTotal([10n, 10n], 10n, cents(1n))).toThrow(RangeError)
    expect(() => roundToTotal([10n], 0n, cents(1n))).toThrow(RangeError)
  })
})
