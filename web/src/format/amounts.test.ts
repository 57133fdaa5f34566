import { describe, expect, it } from 'vitest'
import { formatEuro, formatQuantity, formatRate } from './amounts.ts'

describe('amounts', () => {
  it('writes amounts as the Dutch do, with a real minus', () => {
    expect(formatEuro('1234.56', 'nl')).toBe('€\u00a01.234,56')
    expect(formatEuro('-121.00', 'nl')).toBe('−€\u00a0121,00')
    expect(formatEuro('0.00', 'nl')).toBe('€\u00a00,00')
    expect(formatEuro('-0.00', 'nl')).toBe('€\u00a00,00')
  })

  it('loses no digit of a large amount', () => {
    expect(formatEuro('90071992547409.93', 'nl')).toBe('€\u00a090.071.992.547.409,93')
  })

  it('writes prices of a fraction of a cent, quantities and rates', () => {
    expect(formatEuro('0.0125', 'nl')).toBe('€\u00a00,0125')
    expect(formatQuantity('20.5', 'nl')).toBe('20,5')
    expect(formatRate('21', 'nl')).toBe('21%')
  })

  it('follows English when asked', () => {
    expect(formatEuro('1234.56', 'en')).toBe('€1,234.56')
  })
})
