import type { DocumentLanguage, PlainDate } from '@stella/invoicing'
import { filled, type Words } from './words.ts'

const MINUS = '\u2212'
const NO_BREAK_SPACE = '\u00a0'

/** How figures, dates and countries are written in a language. */
export type Format = {
  /** A number in machine notation: «1.234,5». */
  number(machine: string): string
  /** An amount with its sign and currency: «−€ 1.234,56». */
  euros(machine: string): string
  /** A date as in a letter: «22 november 2026». */
  date(date: PlainDate): string
  /** From one day to another, or the one day. */
  period(from: PlainDate, until: PlainDate): string
  /** The name of a country, from its ISO code of two letters. */
  country(code: string): string
}

const separators: Readonly<Record<DocumentLanguage, { group: string; point: string }>> = {
  nl: { group: '.', point: ',' },
  de: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
}

export function formatIn(language: DocumentLanguage, words: Words): Format {
  const { group, point } = separators[language]
  const months = new Intl.DateTimeFormat(words.locale, { month: 'long', timeZone: 'UTC' })
  const countries = new Intl.DisplayNames(words.locale, { type: 'region' })
  const unsigned = (machine: string) => {
    const [whole = '', fraction] = machine.split('.')
    const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group)
    return fraction === undefined ? grouped : `${grouped}${point}${fraction}`
  }
  const signed = (machine: string, before: string) =>
    machine.startsWith('-') ? `${MINUS}${before}${unsigned(machine.slice(1))}` : before + unsigned(machine)
  const date = (plain: PlainDate) => {
    const [year = '', month = '', day = ''] = plain.split('-')
    const name = months.format(Date.UTC(2000, Number(month) - 1))
    return [language === 'de' ? `${Number(day)}.` : Number(day), name, year].join(NO_BREAK_SPACE)
  }
  return {
    number: (machine) => signed(machine, ''),
    euros: (machine) => signed(machine, `€${NO_BREAK_SPACE}`),
    date,
    period: (from, until) => {
      if (from === until) return date(from)
      const sameMonth = from.slice(0, 7) === until.slice(0, 7)
      const start = sameMonth ? `${Number(from.slice(8))}${language === 'de' ? '.' : ''}` : date(from)
      return filled(words.until, { from: start, until: date(until) })
    },
    country: (code) => countries.of(code) ?? code,
  }
}

/** An IBAN in groups of four that do not break. */
export function spacedIban(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, `$1${NO_BREAK_SPACE}`)
}
