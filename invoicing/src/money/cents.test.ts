import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cents,
  formatAmount,
  isWithinBounds,
  MAXIMUM_AMOUNT,
  parseAmount,
  readAmount,
  roundToCents,
} from './cents.ts'
import { formatDecimal, parseDecimal } from './decimal.ts'

describe('amounts', () => {
  test.each([
    ['0', 0n, '0.00'],
    ['-0.00', 0n, '0.00'],
    ['1234.56', 123456n, '1234.56'],
    ['1234.5', 123450n, '1234.50'],
    ['1234.5000', 123450n, '1234.50'],
    ['-0.05', -5n, '-0.05'],
    ['007', 700n, '7.00'],
    ['9007199254740993.01', 900719925474099301n, '9007199254740993.01'],
  ])('%s is %d cents and is written %s', (text, expected, written) => {
    expect(parseAmount(text)).toBe(expected)
    expect(formatAmount(parseAmount(text))).toBe(written)
  })

  test.each([
    '',
    ' ',
    '1,50',
    '1.234,56',
    '1.005',
    '+1',
    '1e3',
    '.5',
    '5.',
    '--1',
    'NaN',
    'Infinity',
    '0x10',
    '1 000',
    '１２',
    '9'.repeat(31),
  ])('refuses %j', (text) => {
    expect(readAmount(text)).toBeNull()
    expect(() => parseAmount(text)).toThrow(RangeError)
  })

  test('what is written is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (value) => {
        expect(parseAmount(formatAmount(cents(value)))).toBe(value)
      }),
    )
  })

  test('the bound itself is allowed and a cent more is not, on either side of zero', () => {
    expect(isWithinBounds(MAXIMUM_AMOUNT)).toBe(true)
    expect(isWithinBounds(cents(-MAXIMUM_AMOUNT))).toBe(true)
    expect(isWithinBounds(cents(MAXIMUM_AMOUNT + 1n))).toBe(false)
    expect(isWithinBounds(cents(-MAXIMUM_AMOUNT - 1n))).toBe(false)
  })
})

describe('roundToCents', () => {
  // Binary floating-point numbers get the first five of these wrong, as 1.005 * 100 is 100.49999999999999.
  test.each([
    ['1.005', '1.01'],
    ['0.285', '0.29'],
    ['2.675', '2.68'],
    ['8.325', '8.33'],
    ['1.255', '1.26'],
    ['20.124', '20.12'],
    ['20.125', '20.13'],
    ['-20.125', '-20.13'],
    ['-0.005', '-0.01'],
    ['-0.0049', '0.00'],
    ['3', '3.00'],
  ])('%s is rounded to %s', (text, expected) => {
    const decimal = parseDecimal(text, 6)
    expect(decimal).not.toBeNull()
    if (decimal !== null) expect(formatAmount(roundToCents(decimal))).toBe(expected)
  })
})

describe('decimals', () => {
  test('what is written is read back as the same number, in one form only', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(6), (units, scale) => {
        const written = formatDecimal({ units, scale })
        const read = parseDecimal(written, 6)
        expect(read).not.toBeNull()
        if (read === null) return
        expect(read.units * 10n ** BigInt(scale)).toBe(units * 10n ** BigInt(read.scale))
        expect(formatDecimal(read)).toBe(written)
      }),
    )
  })
})
