import { describe, expect, test } from 'vitest'
import { readDay, recognizeDateOrder } from './dates.ts'

describe('a day', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/1/2', '2026-01-02'],
    ['22-11-2026', '2026-11-22'],
    ['2/1/2026', '2026-01-02'],
    ['22.11.26', '2026-11-22'],
    ['22 nov 2026', '2026-11-22'],
    ['1 maart 2026', '2026-03-01'],
    ['3. Mai 2026', '2026-05-03'],
    ['5 October 2026', '2026-10-05'],
    ['2026-11-22T23:59:59Z', '2026-11-22'],
    ['22-11-2026 08:15', '2026-11-22'],
    // As a spreadsheet keeps it where its cell has no form of a day.
    ['46348', '2026-11-22'],
    // None of these is a day: they stay, and are asked about.
    ['31-02-2026', '31-02-2026'],
    ['22-13-2026', '22-13-2026'],
    ['20261122', '20261122'],
    ['22 foo 2026', '22 foo 2026'],
    ['binnenkort', 'binnenkort'],
    ['', ''],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, 'day_first')).toBe(day)
  })

  test('of an American program has its month first', () => {
    expect(readDay('11/22/2026', 'month_first')).toBe('2026-11-22')
    expect(readDay('2/1/2026', 'month_first')).toBe('2026-02-01')
  })
})

test.each<[string[], string | null]>([
  [['05-06-2026', '13-06-2026'], 'day_first'],
  [['05/06/2026', '06/13/2026 10:00'], 'month_first'],
  [['05-06-2026'], null],
  [['13-06-2026', '06-13-2026'], null],
  [['2026-06-13', ''], null],
])('days as %j are written %s', (texts, order) => {
  expect(recognizeDateOrder(texts)).toBe(order)
})
