import { parsePlainDate } from '@stella/invoicing'
import { describe, expect, test } from 'vitest'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { formatIn, spacedIban } from './format.ts'
import { german } from './german.ts'
import { filled } from './words.ts'

const formats = { nl: formatIn('nl', dutch), en: formatIn('en', english), de: formatIn('de', german) }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe.each([
  ['nl', '1.234,56', '\u2212€ 1.234.567,89', '1 maart 2026', '2 t/m 20 november 2026', 'Duitsland'],
  ['en', '1,234.56', '\u2212€ 1,234,567.89', '1 March 2026', '2 to 20 November 2026', 'Germany'],
  ['de', '1.234,56', '\u2212€ 1.234.567,89', '1. März 2026', '2. bis 20. November 2026', 'Deutschland'],
] as const)('%s', (language, number, euros, date, period, country) => {
  const format = formats[language]
  const day = parsePlainDate

  test('writes figures, dates and countries', () => {
    expect(format.number('1234.56')).toBe(number)
    expect(plain(format.euros('-1234567.89'))).toBe(euros)
    expect(plain(format.date(day('2026-03-01')))).toBe(date)
    expect(plain(format.period(day('2026-11-02'), day('2026-11-20')))).toBe(period)
    expect(format.period(day('2026-11-02'), day('2026-11-02'))).toBe(format.date(day('2026-11-02')))
    expect(format.country('DE')).toBe(country)
  })
})

test('an IBAN stands in fours', () => {
  expect(plain(spacedIban('NL91ABNA0417164300'))).toBe('NL91 ABNA 0417 1643 00')
})

test('what stands in braces is the same in every language, so that nothing stays unfilled', () => {
  expect(placeholders(english)).toEqual(placeholders(dutch))
  expect(placeholders(german)).toEqual(placeholders(dutch))
  expect(filled('{a} en {b}', { a: '1', b: '{a}' })).toBe('1 en {a}')
})

/** Each sentence with what is filled in. */
function placeholders(words: unknown, path = ''): string[] {
  if (words === null) return [path]
  if (typeof words === 'string') return [`${path} ${(words.match(/\{\w+\}/g) ?? []).sort().join(' ')}`.trim()]
  return Object.entries(words as object).flatMap(([key, value]) => placeholders(value, `${path}.${key}`))
}
