import { expect, test } from 'vitest'
import { heightOf, highestOf } from './bars.ts'

test('the highest fills the picture, little is seen, and nothing and what is below it is not', () => {
  const amounts = ['200.00', '100.00', '0.01', '0.00', '-50.00']
  expect(amounts.map((amount) => heightOf(amount, highestOf(amounts)))).toEqual([100, 50, 1.5, 0, 0])
  expect(heightOf('0.00', highestOf(['0.00', '-1.00']))).toBe(0)
})
