import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEuro } from './amounts.ts'
import { readDecimal } from './decimal.ts'

describe('readDecimal', () => {
  it.each([
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1.234', '1234'],
    ['0.125', '0.125'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['€ 4.500,00', '4500'],
    ['€\u00a01.000.000,10', '1000000.1'],
    ['−3', '-3'],
    ['007,50', '7.5'],
    [',5', '0.5'],
    ['250,-', '250'],
    ['1.2345', '1.2345'],
    ['1 234,56', '1234.56'],
    ['€\u00a0-12,50', '-12.5'],
    ['-€ 12,50', '-12.5'],
    ['12,50 €', '12.5'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['250,--', '250'],
  ])('reads %s in Dutch as %s', (typed, expected) => {
    expect(readDecimal(typed, 'nl')).toBe(expected)
  })

  it.each([
    ['1,234', '1234'],
    ['1.234', '1.234'],
    ['12,5', '12.5'],
  ])('reads %s in English as %s', (typed, expected) => {
    expect(readDecimal(typed, 'en')).toBe(expected)
  })

  it.each([
    '',
    'twaalf',
    '1-2',
    '12 stuks',
    '-',
    ',',
    '1e5',
    'NaN',
    // Not certainly numbers: read on, each of them would become another amount than was meant.
    '9,99,',
    '12,,50',
    '1,2,3',
    '1.23,45',
    '12.34.56',
    '1.2345,6',
    '12,5.0',
    '1 2',
    '12 50',
    '5,',
    '5.',
    '--5',
    '1,2345,678',
    '.',
    '€',
  ])('refuses «%s»', (typed) => {
    expect(readDecimal(typed, 'nl')).toBeUndefined()
  })

  it('reads what it writes, and nothing that a slip of the finger makes of it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(3), (cents, place) => {
        const written = formatEuro(`${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`, 'nl')
        const read = readDecimal(written, 'nl')
        expect(Number(read) * 100).toBeCloseTo(Number(cents), 0)
        const at = written.length - place
        const slipped = `${written.slice(0, at)},${written.slice(at)}`
        expect([undefined, read], slipped).toContain(readDecimal(slipped, 'nl'))
      }),
    )
  })

  it('keeps digits that a binary float would lose', () => {
    expect(readDecimal('9007199254740993,0001', 'nl')).toBe('9007199254740993.0001')
  })
})
