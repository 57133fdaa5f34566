import { describe, expect, it } from 'vitest'
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

  it.each(['', 'twaalf', '1-2', '12 stuks', '-', ',', '1e5', 'NaN'])('refuses «%s»', (typed) => {
    expect(readDecimal(typed, 'nl')).toBeUndefined()
  })

  it('keeps digits that a binary float would lose', () => {
    expect(readDecimal('9007199254740993,0001', 'nl')).toBe('9007199254740993.0001')
  })
})
