import { expect, test } from 'vitest'
import { amountOf, centsOf } from './cents.ts'

test.each(['0.00', '0.05', '-0.05', '1234.50', '-1234.56'])(
  '%s is the same after a way through cents',
  (amount) => {
    expect(amountOf(centsOf(amount))).toBe(amount)
  },
)
