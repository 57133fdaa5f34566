import { type PlainDate, parsePlainDate } from './plain-date.ts'

/** The first and the last day of a day's month. */
export function monthOf(day: PlainDate): { from: PlainDate; until: PlainDate } {
  const [year, month] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()
  const start = day.slice(0, 8)
  return { from: parsePlainDate(`${start}01`), until: parsePlainDate(`${start}${lastDay}`) }
}

/** The first and the last day of a day's quarter. */
export function quarterOf(day: PlainDate): { from: PlainDate; until: PlainDate } {
  const [year = '', month = ''] = day.split('-')
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1
  const dayIn = (at: number) => parsePlainDate(`${year}-${String(at).padStart(2, '0')}-01`)
  return { from: dayIn(first), until: monthOf(dayIn(first + 2)).until }
}
