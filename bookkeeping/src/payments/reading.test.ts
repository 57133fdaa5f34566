import { expect, test } from 'vitest'
import { mayReadMore, OPTIONAL_READS_A_MONTH } from './reading.ts'

test('what can wait is read up to its share of the month, and not once more', () => {
  expect(mayReadMore(OPTIONAL_READS_A_MONTH - 1)).toBe(true)
  expect(mayReadMore(OPTIONAL_READS_A_MONTH)).toBe(false)
})
