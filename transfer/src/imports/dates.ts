import { readPlainDate } from '@stella/invoicing'
import { plainName } from './column-names.ts'

/** In which order a day is written with figures alone: «22-11-2026», or «11/22/2026». */
export const dateOrders = ['day_first', 'month_first'] as const
export type DateOrder = (typeof dateOrders)[number]

const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/
const named = /^(\d{1,2})[-. ]+(\p{L}{3,9})\.?,?[-. ]+(\d{4})$/u
const isoLike = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
/** As a spreadsheet counts days: 1 is 1 January 1900, and there was a 29 February then. */
const serial = /^[2-5]\d{4}$/
/** A time of the day behind it says nothing here. */
const time = /[T ]+\d{1,2}:\d{2}.*$/

const months = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
const otherMonths: Readonly<Record<string, number>> = { mar: 3, maa: 3, may: 5, oct: 10, mai: 5, maerz: 3 }

/**
 * Reads a day as «2026-11-22»: with figures in the order of the file, with the name of a month, as ISO has it, or as the
 * number that a spreadsheet keeps. What is no day comes back as it was: it is never taken for another one.
 */
export function readDay(text: string, order: DateOrder): string {
  const bare = text.trim().replace(time, '')
  const parts = partsOf(bare, order)
  if (parts === null) return text.trim()
  const [year, month, day] = parts
  const iso = `${year}-${pad(month)}-${pad(day)}`
  return readPlainDate(iso) === null ? text.trim() : iso
}

/**
 * In which order days are written: of those that can be read in one way only. «05-06-2026» could be either, and says
 * nothing. Null where none says anything, or where they say both.
 */
export function recognizeDateOrder(texts: readonly string[]): DateOrder | null {
  const said = new Set(
    texts.flatMap((text) => {
      const [, one = '', other = ''] = figures.exec(text.trim().replace(time, '')) ?? []
      if (Number(one) > 12) return ['day_first' as const]
      return Number(other) > 12 ? ['month_first' as const] : []
    }),
  )
  const [only] = said
  return said.size === 1 && only !== undefined ? only : null
}

function partsOf(text: string, order: DateOrder): [year: string, month: string, day: string] | null {
  if (serial.test(text)) return daysAfter(Number(text))
  const [, isoYear, isoMonth, isoDay] = isoLike.exec(text) ?? []
  if (isoYear && isoMonth && isoDay) return [isoYear, isoMonth, isoDay]
  const [, one, other, year] = figures.exec(text) ?? []
  if (one && other && year) {
    const whole = year.length === 2 ? `20${year}` : year
    return order === 'day_first' ? [whole, other, one] : [whole, one, other]
  }
  const [, day, name, ofName] = named.exec(text) ?? []
  const month = monthOf(name ?? '')
  return day && ofName && month !== null ? [ofName, String(month), day] : null
}

function daysAfter(count: number): [year: string, month: string, day: string] {
  const [year = '', month = '', day = ''] = new Date(Date.UTC(1899, 11, 30 + count))
    .toISOString()
    .slice(0, 10)
    .split('-')
  return [year, month, day]
}

function monthOf(name: string): number | null {
  const short = plainName(name).slice(0, 3)
  const at = months.indexOf(short)
  return at >= 0 ? at + 1 : (otherMonths[short] ?? null)
}

function pad(text: string): string {
  return text.padStart(2, '0')
}
