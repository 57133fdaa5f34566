import { parsePlainDate } from '@stella/invoicing'
import { expect, test } from 'vitest'
import { countryName } from './countries.ts'
import { longDate } from './dates.ts'
import { decimal, euros } from './numbers.ts'

test.each([
  ['0.00', '€\u00a00,00'],
  ['999.5', '€\u00a0999,5'],
  ['1234.56', '€\u00a01.234,56'],
  ['-1234567.89', '\u2212€\u00a01.234.567,89'],
  ['12.3456', '€\u00a012,3456'],
])('%s euros are written %s', (amount, expected) => {
  expect(euros(amount)).toBe(expected)
})

test('quantities are written with a comma', () => {
  expect(decimal('20.5')).toBe('20,5')
  expect(decimal('-1000')).toBe('\u22121.000')
  expect(decimal('123456.7891')).toBe('123.456,7891')
})

test('dates are written out', () => {
  expect(longDate(parsePlainDate('2026-03-01'))).toBe('1\u00a0maart\u00a02026')
  expect(longDate(parsePlainDate('2049-12-31'))).toBe('31\u00a0december\u00a02049')
})

test('countries have their Dutch names', () => {
  expect(countryName('DE')).toBe('Duitsland')
  expect(countryName('BE')).toBe('België')
})
