import type { Language } from '@stella/texts/screens'
import { formatMonth } from './days.ts'

export const periodKinds = ['month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** A month, quarter or year of the calendar; both days belong to it. */
export type Period = { kind: PeriodKind; from: string; until: string }

const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 }

/** The period of a kind in which a day falls. */
export function periodAround(kind: PeriodKind, day: string): Period {
  const months = monthsOf[kind]
  const index = monthIndex(day)
  return fromIndex(kind, index - (index % months))
}

/**
 * The period of another kind to go to from one: what holds today, where that lies in it; else its end with invoices.
 * @param latest the day of the newest invoice in it; undefined where there is none, or that is not known
 */
export function periodWithin(
  kind: PeriodKind,
  period: Period | undefined,
  { today, latest }: { today: string; latest: string | undefined },
): Period {
  const holds = (day: string) => period === undefined || (period.from <= day && day <= period.until)
  if (period === undefined || holds(today)) return periodAround(kind, today)
  if (latest !== undefined && holds(latest)) return periodAround(kind, latest)
  return periodAround(kind, period.until < today ? period.until : period.from)
}

/** The one before (−1) or after (1) it. */
export function neighbour({ kind, from }: Period, steps: number): Period {
  return fromIndex(kind, monthIndex(from) + steps * monthsOf[kind])
}

/** As it stands in an address: `2026-11`, `2026-K4` or `2026`. */
export function periodText({ kind, from }: Period): string {
  if (kind === 'month') return from.slice(0, 7)
  return kind === 'quarter' ? `${from.slice(0, 4)}-K${quarterOf(from)}` : from.slice(0, 4)
}

/** Reads such a text; anything else is no period. */
export function readPeriod(text: string | undefined): Period | undefined {
  const [, year, month, quarter] = /^(20\d\d|19\d\d)(?:-(0[1-9]|1[0-2])|-K([1-4]))?$/.exec(text ?? '') ?? []
  if (year === undefined) return undefined
  if (month !== undefined) return periodAround('month', `${year}-${month}-01`)
  if (quarter === undefined) return periodAround('year', `${year}-01-01`)
  return fromIndex('quarter', Number(year) * 12 + (Number(quarter) - 1) * 3)
}

/** In words: `november 2026`, `4e kwartaal 2026`, `2026`. */
export function periodName(
  { kind, from }: Period,
  quarterName: (quarter: number, year: string) => string,
  language: Language,
): string {
  if (kind === 'month') return formatMonth(from, language)
  return kind === 'quarter' ? quarterName(quarterOf(from), from.slice(0, 4)) : from.slice(0, 4)
}

function quarterOf(day: string): number {
  return Math.floor((monthIndex(day) % 12) / 3) + 1
}

/** Months since the year 0. */
function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function fromIndex(kind: PeriodKind, index: number): Period {
  const dayIn = (month: number, day: number) =>
    new Date(Date.UTC(Math.floor(month / 12), month % 12, day)).toISOString().slice(0, 10)
  return { kind, from: dayIn(index, 1), until: dayIn(index + monthsOf[kind], 0) }
}
