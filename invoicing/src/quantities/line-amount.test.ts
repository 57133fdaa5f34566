import { describe, expect, test } from 'vitest'
import { formatAmount } from '../money/cents.ts'
import { lineAmount } from './line-amount.ts'
import { parseQuantity, readQuantity } from './quantity.ts'
import { parseUnitPrice, readUnitPrice } from './unit-price.ts'

describe('quantities and prices', () => {
  test('have one canonical form', () => {
    expect(readQuantity('1.50')).toBe('1.5')
    expect(readQuantity('-0.0')).toBe('0')
    expect(readQuantity('12.0000')).toBe('12')
    expect(readUnitPrice('60')).toBe('60.00')
    expect(readUnitPrice('0.1250')).toBe('0.125')
  })

  test('with more than four decimals are refused', () => {
    expect(readQuantity('0.12345')).toBeNull()
    expect(readUnitPrice('0.12345')).toBeNull()
    expect(() => parseQuantity('1,5')).toThrow(RangeError)
    expect(() => parseUnitPrice('€ 1')).toThrow(RangeError)
  })
})

describe('lineAmount', () => {
  test.each([
    ['20.5', '60.00', '1230.00'],
    ['1', '1.005', '1.01'],
    ['3', '2.775', '8.33'],
    ['0.5', '5.35', '2.68'],
    ['-0.5', '5.35', '-2.68'],
    ['0.3333', '0.03', '0.01'],
    ['0.0001', '0.0001', '0.00'],
    ['9999999', '0.9999', '9998999.00'],
  ])('%s × %s = %s', (quantity, unitPrice, expected) => {
    expect(formatAmount(lineAmount({ quantity, unitPrice }))).toBe(expected)
  })

  test('refuses what is no decimal number', () => {
    expect(() => lineAmount({ quantity: '1,5', unitPrice: '1' })).toThrow(RangeError)
  })
})
