import { type PlainDate, yearOf } from '../dates/plain-date.ts'
import type { Problem } from '../problems/problem.ts'

/** e-Boekhouden.nl holds 50 characters of an invoice's number (its manual: «Factuurnummer», R50). */
const MAXIMUM_NUMBER_LENGTH = 50

/** The highest place in a series. Nine digits: a number in a database, and more than anybody writes invoices. */
export const MAXIMUM_PLACE = 999_999_999

/** The places of «{nummer}», so that «2026-0001» is the usual number. */
const USUAL_DIGITS = 4

const part = /\{([^{}]*)\}/g
const number = /^(nummer|n{1,9})$/
const dates: Readonly<Record<string, (date: PlainDate) => string>> = {
  jaar: (date) => String(yearOf(date)),
  jjjj: (date) => String(yearOf(date)),
  jj: (date) => String(yearOf(date)).slice(-2),
  maand: (date) => date.slice(5, 7),
  mm: (date) => date.slice(5, 7),
}
const years = ['jaar', 'jjjj', 'jj']

/**
 * The number with a place in a series: of `{jaar}-{nummer}` «2026-0001», and «2026-12345» after 9,999. The database
 * reckons the same (`invoice_number_of`).
 *
 * @throws RangeError when it is no place in a series
 */
export function formatNumber(pattern: string, invoiceDate: PlainDate, place: number): string {
  if (!Number.isSafeInteger(place) || place < 1 || place > MAXIMUM_PLACE)
    throw new RangeError(`Not a place in a series: ${place}.`)
  return filledIn(pattern, invoiceDate, (digits) => String(place).padStart(digits, '0'))
}

/** The number to come, before anybody knows its place: «2026-…». */
export function numberToCome(pattern: string, invoiceDate: PlainDate): string {
  return filledIn(pattern, invoiceDate, () => '…')
}

function filledIn(pattern: string, invoiceDate: PlainDate, place: (digits: number) => string): string {
  return pattern.replace(part, (_, name: string) =>
    number.test(name) ? place(digitsOf(name)) : (dates[name]?.(invoiceDate) ?? ''),
  )
}

/**
 * What is wrong with a pattern: it has exactly one number, only parts that are known, only characters that can stand
 * in a file's name and in the books, and even its highest number is no longer than the books hold. One that starts
 * anew each year has the year in it, or last year's numbers would come again.
 */
export function problemsOfPattern(path: string, pattern: string, restartsYearly: boolean): Problem[] {
  const names = [...pattern.matchAll(part)].map(([, name = '']) => name)
  const numbers = names.filter((name) => number.test(name))
  const unknown = names.filter((name) => !number.test(name) && dates[name] === undefined)
  const [problem] = [
    unknown.length > 0 && 'series_part_unknown',
    !/^[A-Za-z0-9._/-]*$/.test(pattern.replace(part, '')) && 'series_character_not_allowed',
    numbers.length === 0 && 'series_number_missing',
    numbers.length > 1 && 'series_number_twice',
    restartsYearly && !names.some((name) => years.includes(name)) && 'series_repeats',
  ].filter((code) => code !== false) as Problem['code'][]
  if (problem !== undefined) return [{ path, code: problem }]
  return longestOf(pattern) > MAXIMUM_NUMBER_LENGTH
    ? [{ path, code: 'series_number_too_long', limit: MAXIMUM_NUMBER_LENGTH }]
    : []
}

function longestOf(pattern: string): number {
  return formatNumber(pattern, '2049-12-31' as PlainDate, MAXIMUM_PLACE).length
}

/**
 * What all numbers of a pattern look like, with every run of digits as «#»: of `F{jjjj}{nnnnn}` «F#». Two series
 * whose numbers look alike could give the same number; two that look different never can. The books do not tell
 * capitals from small letters, so neither does this.
 */
export function shapeOf(pattern: string): string {
  return pattern
    .replace(part, '0')
    .replace(/[0-9]+/g, '#')
    .toUpperCase()
}

/** The place of a number that was made elsewhere, where it has the form of this series at that date. */
export function placeIn(pattern: string, invoiceDate: PlainDate, text: string): number | null {
  const form = pattern.split(part).map((piece, at) => (at % 2 === 0 ? literal(piece) : partOf(piece)))
  const found = new RegExp(`^${form.join('')}$`, 'i').exec(text.trim())
  const place = Number(found?.groups?.place ?? 0)
  return place >= 1 && place <= MAXIMUM_PLACE ? place : null

  function partOf(name: string): string {
    return number.test(name) ? '(?<place>[0-9]+)' : literal(dates[name]?.(invoiceDate) ?? '')
  }
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

function digitsOf(name: string): number {
  return name === 'nummer' ? USUAL_DIGITS : name.length
}
