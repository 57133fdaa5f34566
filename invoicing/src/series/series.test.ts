import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../dates/plain-date.ts'
import { formatNumber, MAXIMUM_PLACE, numberToCome, placeIn, shapeOf } from './pattern.ts'
import { validateNextNumber, validateSeries } from './validate-series.ts'

const day = parsePlainDate('2026-11-22')

describe('a number', () => {
  test.each([
    ['{jaar}-{nummer}', 1, '2026-0001'],
    ['{jaar}-{nummer}', 9_999, '2026-9999'],
    ['{jaar}-{nummer}', 10_000, '2026-10000'],
    ['F{jjjj}{nnnnn}', 348, 'F202600348'],
    ['{jj}{mm}/{nnn}', 7, '2611/007'],
    ['{n}', 20_260_001, '20260001'],
    ['{n}', MAXIMUM_PLACE, '999999999'],
  ])('of %s with place %i is %s, and its place is read back', (pattern, place, number) => {
    expect(formatNumber(pattern, day, place)).toBe(number)
    expect(placeIn(pattern, day, number.toLowerCase())).toBe(place)
  })

  test.each([0, 1.5, -1, MAXIMUM_PLACE + 1])('has no place %d', (place) => {
    expect(() => formatNumber('{n}', day, place)).toThrow(RangeError)
  })

  test('to come has its year already', () => {
    expect(numberToCome('{jaar}-{nummer}', day)).toBe('2026-…')
  })

  test.each(['2025-0001', '2026-', '2026-x', 'C2026-0001', '2026-0000', '2026-9999999999'])(
    '%s is none of this year’s numbers',
    (text) => expect(placeIn('{jaar}-{nummer}', day, text)).toBeNull(),
  )
})

describe('a pattern', () => {
  test.each([
    ['{jaar}-{nummer}', true],
    ['F{jjjj}{nnnnn}', true],
    ['F{jjjj}{nnnnn}', false],
    ['{nummer}', false],
  ])('%s is fine, starting anew each year: %s', (pattern, restartsYearly) => {
    expect(validateSeries({ name: 'Facturen', pattern, restartsYearly })).toEqual({
      ok: true,
      value: { name: 'Facturen', pattern, restartsYearly },
    })
  })

  test.each([
    ['', true, 'required'],
    ['{jaar}', true, 'series_number_missing'],
    ['2026-0001', false, 'series_number_missing'],
    ['{jaar}-{nummer}-{nnn}', true, 'series_number_twice'],
    ['{nummer}', true, 'series_repeats'],
    ['{maand}{nummer}', true, 'series_repeats'],
    ['{jaar}-{getal}', true, 'series_part_unknown'],
    ['{toString}{nummer}', false, 'series_part_unknown'],
    ['{nnnnnnnnnn}', false, 'series_part_unknown'],
    ['{jaar}-{nummer', true, 'series_character_not_allowed'],
    ['€{nummer}', false, 'series_character_not_allowed'],
    ['F {nummer}', false, 'series_character_not_allowed'],
    [`${'F'.repeat(42)}{nummer}`, false, 'series_number_too_long'],
    [`${'F'.repeat(101)}{nummer}`, false, 'too_long'],
  ])('%s, starting anew each year: %s, is refused: %s', (pattern, restartsYearly, code) => {
    const checked = validateSeries({ name: 'Facturen', pattern, restartsYearly })
    expect(checked.ok ? [] : checked.problems).toMatchObject([{ path: 'pattern', code }])
  })

  test('may be typed in capitals', () => {
    const checked = validateSeries({ name: 'F', pattern: ' F{JAAR}-{Nummer} ', restartsYearly: true })
    expect(checked.ok && checked.value.pattern).toBe('F{jaar}-{nummer}')
  })

  test('of another shape never gives the same number, and one pattern never gives one twice', () => {
    const piece = fc.constantFrom('F', '-', '2', '20', '/', '{jaar}', '{jj}', '{mm}')
    const pattern = fc
      .tuple(
        fc.array(piece, { maxLength: 3 }),
        fc.constantFrom('{n}', '{nnn}', '{nummer}'),
        fc.array(piece, { maxLength: 3 }),
      )
      .map(([before, number, after]) => [...before, number, ...after].join(''))
    const place = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 300_000 }))
    const date = fc.constantFrom('2026-01-09', '2026-02-20', '2027-12-31').map((text) => parsePlainDate(text))
    fc.assert(
      fc.property(pattern, pattern, place, place, date, date, (a, b, one, other, first, second) => {
        const numbers = [formatNumber(a, first, one), formatNumber(b, second, other)]
        if (shapeOf(a) !== shapeOf(b)) expect(numbers[0]).not.toBe(numbers[1])
        if (one !== other) expect(formatNumber(a, first, one)).not.toBe(formatNumber(a, second, other))
      }),
      { numRuns: 20_000 },
    )
  })
})

test.each([0, 1.5, -3, Number.POSITIVE_INFINITY, MAXIMUM_PLACE + 1, null])(
  'no series goes on with %s',
  (place) => {
    const checked = validateNextNumber({ place, reason: ' ' })
    expect(checked.ok ? [] : checked.problems).toEqual([
      { path: 'place', code: 'series_place_invalid', limit: MAXIMUM_PLACE },
    ])
  },
)
