import type { PlainDate } from './plain-date.ts'

const HOUR_MS = 60 * 60 * 1_000
const hourInAmsterdam = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: 'numeric',
  hourCycle: 'h23',
})

/** The instant at which it is this hour (0 to 23) in Amsterdam on this day, an hour that the day has. */
export function instantInAmsterdam(day: PlainDate, hour: number): Date {
  // Amsterdam is an hour ahead of UTC in winter, and two in summer.
  const winter = new Date(Date.parse(`${day}T00:00:00Z`) + (hour - 1) * HOUR_MS)
  const isWinter = Number(hourInAmsterdam.format(winter)) === hour
  return isWinter ? winter : new Date(winter.getTime() - HOUR_MS)
}
