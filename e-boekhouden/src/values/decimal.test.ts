import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asAmount, decimalsOf, shortestDecimal, shortestDouble } from './decimal.ts'

describe('a decimal in its shortest form', () => {
  for (const [written, shortest] of [
    ['121', '121'],
    ['121.00', '121'],
    ['+050.820', '50.82'],
    ['-0.05', '-0.05'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['1.5E+3', '1500'],
    ['1E-05', '0.00001'],
    ['1.2345E2', '123.45'],
    [' 42 ', '42'],
  ] as const) {
    it(`${written} is ${shortest}`, () => expect(shortestDecimal(written)).toBe(shortest))
  }

  for (const written of [
    '',
    '.',
    '1,50',
    '1.210,00',
    '1,210.00',
    '1e',
    'NaN',
    'INF',
    '0x10',
    '1 2',
    '--1',
    '1E999',
  ]) {
    it(`«${written}» is none`, () => expect(shortestDecimal(written)).toBeNull())
  }

  it('keeps every cent of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
        const written = `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
        expect(asAmount(shortestDecimal(written) ?? '')).toBe(written)
      }),
    )
  })

  it('reads what a double is written as, in any notation, as the decimal that was meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (cents) => {
        const meant = (BigInt(cents) < 0n ? '-' : '') + String(Math.abs(cents)).padStart(3, '0')
        const expected = shortestDecimal(`${meant.slice(0, -2)}.${meant.slice(-2)}`)
        const double = cents / 100
        expect(shortestDouble(String(double))).toBe(expected)
        expect(shortestDouble(double.toExponential())).toBe(expected)
      }),
    )
  })

  it('drops the noise of a binary fraction and keeps fifteen digits', () => {
    expect(shortestDouble(String(0.1 + 0.2))).toBe('0.3')
    expect(shortestDouble('-1234567890.1200001')).toBe('-1234567890.12')
    expect(shortestDouble('9999999999999.996')).toBe('10000000000000')
    expect(shortestDouble('123456789012345678')).toBe('123456789012345678')
  })

  it('counts and pads decimals', () => {
    expect(['42', '42.5', '0.125', '-3.1'].map(asAmount)).toEqual(['42.00', '42.50', '0.125', '-3.10'])
    expect(['42', '42.5', '0.125'].map(decimalsOf)).toEqual([0, 1, 3])
  })
})
