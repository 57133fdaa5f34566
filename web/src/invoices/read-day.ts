import { today } from '../format/days.ts'

const months = ['jan', 'feb', 'm', 'apr', 'm', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'dec']
const march = /^(mrt|maa|mar)/
const may = /^(mei|may)/
const october = /^(okt|oct)/

/**
 * Reads a day as people type it: 22-11-2026, 22/11/26, 22 nov, 22 november 2026, 2026-11-22, vandaag.
 * Without a year it is this year. The range of the books is the API's to judge.
 * @returns YYYY-MM-DD, or undefined when it is no day
 */
export function readDay(typed: string, now = today()): string | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\u00a0/g, ' ')
  if (text === 'vandaag' || text === 'today') return now
  const iso = text.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/)
  if (iso) return valid(iso[1], iso[2], iso[3])
  const numbers = text.match(/^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/)
  if (numbers) return valid(year(numbers[3], now), numbers[2], numbers[1])
  const words = text.match(/^(\d{1,2})[ -]([a-z]{3,})\.?(?:[ -](\d{4}|\d{2}))?$/)
  if (words) return valid(year(words[3], now), monthOf(words[2] ?? ''), words[1])
  return undefined
}

/** Whether a text is a day as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return readDay(text) === text
}

function year(typed: string | undefined, now: string): string {
  if (typed === undefined) return now.slice(0, 4)
  return typed.length === 2 ? `20${typed}` : typed
}

function monthOf(word: string): string | undefined {
  if (march.test(word)) return '3'
  if (may.test(word)) return '5'
  if (october.test(word)) return '10'
  const index = months.findIndex((start) => start.length === 3 && word.startsWith(start))
  return index === -1 ? undefined : String(index + 1)
}

function valid(yyyy: string | undefined, mm: string | undefined, dd: string | undefined): string | undefined {
  const day = `${yyyy}-${mm?.padStart(2, '0')}-${dd?.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(day) ? day : undefined
}
