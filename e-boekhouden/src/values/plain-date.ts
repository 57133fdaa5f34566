import { assumptions } from '../service/assumptions.ts'
import type { PlainDate } from './values.ts'

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  const match = text.match(/^(\d{4})-(\d{2})-(\d{2})$/)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/**
 * The day that an xsd:dateTime or xsd:date of the service means; empty for none, null when it is no date.
 * Without a zone the written day is the day. With one it is an instant: a midnight means its written day,
 * another time the day it then was in Amsterdam (a server in UTC writes the first of January as 23:00Z).
 */
export function dayOf(text: string): PlainDate | '' | null {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const match = trimmed.match(/^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/)
  const [, day = '', time = '00:00:00', zone] = match ?? []
  if (!isPlainDate(day)) return null
  if (day === assumptions.noDate) return ''
  if (zone === undefined || time === '00:00:00') return day
  const instant = Date.parse(`${day}T${time}${zone}`)
  return Number.isNaN(instant) ? null : dayInAmsterdam(instant)
}

/** The day that an instant (milliseconds since 1970) falls on in the Netherlands. */
export function dayInAmsterdam(instant: number): PlainDate {
  return amsterdam.format(instant)
}

/** The Swedish order of a date is year, month, day. */
const amsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
