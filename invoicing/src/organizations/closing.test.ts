import { expect, test } from 'vitest'
import { closedTooLongAgo, keptUntil, openAgainUntil } from './closing.ts'

test.each([
  { what: 'nothing', lastYear: null, lastYearOfDistanceSales: null, until: null },
  { what: 'an invoice, seven years', lastYear: 2026, lastYearOfDistanceSales: null, until: '2033-12-31' },
  { what: 'one under OSS, ten', lastYear: 2026, lastYearOfDistanceSales: 2026, until: '2036-12-31' },
  { what: 'one under OSS of long ago', lastYear: 2026, lastYearOfDistanceSales: 2020, until: '2033-12-31' },
])('of $what is kept until the end of that year', ({ until, what: _, ...last }) => {
  expect(keptUntil(last)).toBe(until)
})

test('it is opened again until the very moment from which it is too late', () => {
  const closedAt = new Date('2026-11-30T12:00:00Z')
  expect(openAgainUntil(closedAt)).toEqual(new Date('2026-12-30T12:00:00Z'))
  expect(closedTooLongAgo(openAgainUntil(closedAt))).toEqual(closedAt)
})
