import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divideHalfUp } from './divide-half-up.ts'

describe('divideHalfUp', () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [0n, 7n, 0n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
  ])('%d / %d = %d', (numerator, denominator, expected) => {
    expect(divideHalfUp(numerator, denominator)).toBe(expected)
  })

  test('refuses to divide by zero', () => {
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError)
  })

  test('is never further than a half from the exact value, and takes the outer one at exactly a half', () => {
    const nonZero = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).filter((value) => value !== 0n)
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), nonZero, (numerator, denominator) => {
        const quotient = divideHalfUp(numerator, denominator)
        const twiceTheError = 2n * absolute(numerator - quotient * denominator)
        expect(twiceTheError <= absolute(denominator)).toBe(true)
        if (twiceTheError === absolute(denominator)) {
          expect(absolute(quotient * denominator) > absolute(numerator)).toBe(true)
        }
        expect(divideHalfUp(-numerator, denominator)).toBe(-quotient)
      }),
    )
  })
})

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}
