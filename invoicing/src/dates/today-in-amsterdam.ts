import type { PlainDate } from './plain-date.ts'

/** Swedish dates are written YYYY-MM-DD, which is the form wanted here. */
const amsterdamDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/**
 * The day it is in Amsterdam at an instant. An invoice made there at half past midnight on 1 January is
 * one of the new year, whatever zone the server is in.
 */
export function todayInAmsterdam(instant: Date): PlainDate {
  return amsterdamDay.format(instant) as PlainDate
}
