import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantInAmsterdam } from './instant-in-amsterdam.ts'
import { monthOf } from './month-of.ts'
import { addDays, isBookableDate, parsePlainDate, readPlainDate, yearOf } from './plain-date.ts'
import { todayInAmsterdam } from './today-in-amsterdam.ts'

describe('plain dates', () => {
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '22-11-2026',
    '2026-1-1',
    '2026-11-22T00:00:00Z',
    '',
  ])('there is no day %j', (text) => {
    expect(readPlainDate(text)).toBeNull()
    expect(() => parsePlainDate(text)).toThrow(RangeError)
  })

  test('leap days exist in leap years', () => {
    expect(readPlainDate('2028-02-29')).toBe('2028-02-29')
    expect(readPlainDate('2000-02-29')).toBe('2000-02-29')
    expect(readPlainDate('1900-02-29')).toBeNull()
  })

  test('only 1980 to 2049 can be booked', () => {
    expect(isBookableDate(parsePlainDate('1979-12-31'))).toBe(false)
    expect(isBookableDate(parsePlainDate('1980-01-01'))).toBe(true)
    expect(isBookableDate(parsePlainDate('2049-12-31'))).toBe(true)
    expect(isBookableDate(parsePlainDate('2050-01-01'))).toBe(false)
  })

  test('days are added across months, years and the change of the clock', () => {
    expect(addDays(parsePlainDate('2026-12-15'), 30)).toBe('2027-01-14')
    expect(addDays(parsePlainDate('2026-03-28'), 2)).toBe('2026-03-30')
    expect(addDays(parsePlainDate('2028-03-01'), -1)).toBe('2028-02-29')
    expect(yearOf(parsePlainDate('2049-12-31'))).toBe(2049)
  })

  test('adding days goes there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25_000 }),
        fc.integer({ min: -1_000, max: 1_000 }),
        (start, days) => {
          const from = addDays(parsePlainDate('1980-01-01'), start)
          const to = addDays(from, days)
          expect(readPlainDate(to)).toBe(to)
          expect(addDays(to, -days)).toBe(from)
          expect(to > from).toBe(days > 0)
        },
      ),
    )
  })
})

describe('todayInAmsterdam', () => {
  test.each([
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
  ])('at %s it is %s', (instant, expected) => {
    expect(todayInAmsterdam(new Date(instant))).toBe(expected)
  })
})

describe('instants of the day in Amsterdam', () => {
  test.each([
    ['2026-11-30', 8, '2026-11-30T07:00:00Z'],
    ['2026-07-01', 8, '2026-07-01T06:00:00Z'],
    ['2026-11-01', 0, '2026-10-31T23:00:00Z'],
    ['2026-07-01', 0, '2026-06-30T22:00:00Z'],
    // The clock goes forward at two, and back at three.
    ['2026-03-29', 0, '2026-03-28T23:00:00Z'],
    ['2026-03-29', 8, '2026-03-29T06:00:00Z'],
    ['2026-10-25', 0, '2026-10-24T22:00:00Z'],
    ['2026-10-25', 23, '2026-10-25T22:00:00Z'],
  ])('%s, %d o’clock', (day, hour, instant) => {
    expect(instantInAmsterdam(parsePlainDate(day), hour)).toEqual(new Date(instant))
  })
})

test.each([
  ['2026-11-30', '2026-11-01', '2026-11-30'],
  ['2028-02-01', '2028-02-01', '2028-02-29'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
])('the month of %s', (day, from, until) => {
  expect(monthOf(parsePlainDate(day))).toEqual({ from, until })
})
