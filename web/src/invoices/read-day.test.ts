import { describe, expect, it } from 'vitest'
import { isDay, readDay } from './read-day.ts'

describe('readDay', () => {
  it.each([
    ['22-11-2026', '2026-11-22'],
    ['22/11/26', '2026-11-22'],
    ['1.3', '2026-03-01'],
    ['22 nov 2026', '2026-11-22'],
    ['22\u00a0nov\u00a02026', '2026-11-22'],
    ['3 mrt', '2026-03-03'],
    ['3 maart 2025', '2025-03-03'],
    ['3 mei', '2026-05-03'],
    ['31 okt.', '2026-10-31'],
    ['2026-11-22', '2026-11-22'],
    ['vandaag', '2026-07-15'],
    ['1-1-1979', '1979-01-01'],
    ['29-2-2028', '2028-02-29'],
  ])('reads %s as %s', (typed, day) => expect(readDay(typed, '2026-07-15')).toBe(day))

  it.each(['', '30-2-2026', '32 jan', '13-13-2026', '22 foo', 'morgen ooit', '31 feb 2026', 'foo'])(
    'refuses «%s»',
    (typed) => expect(readDay(typed, '2026-07-15')).toBeUndefined(),
  )
})

it.each([
  ['2026-11-22', true],
  ['2026-02-31', false],
  ['22-11-2026', false],
  ['vandaag', false],
  ['', false],
])('«%s» is a day as the API writes one: %s', (text, expected) => expect(isDay(text)).toBe(expected))
