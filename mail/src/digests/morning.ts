import { todayInAmsterdam } from '@stella/invoicing'

/** Before the first job of the day, and after the night in which e-Boekhouden.nl does its upkeep. */
const HOUR = 8
const DAY_MS = 24 * 60 * 60 * 1_000
const hourInAmsterdam = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: 'numeric',
  hourCycle: 'h23',
})

/** Eight o'clock in Amsterdam, today or, before that, yesterday: since when people are told once more. */
export function lastMorning(now: Date): Date {
  const today = morningOf(now)
  return today <= now ? today : morningOf(new Date(now.getTime() - DAY_MS))
}

/** Amsterdam is one hour ahead of UTC, or two. */
function morningOf(moment: Date): Date {
  const winter = new Date(`${todayInAmsterdam(moment)}T0${HOUR - 1}:00:00Z`)
  const isWinter = Number(hourInAmsterdam.format(winter)) === HOUR
  return isWinter ? winter : new Date(winter.getTime() - 60 * 60 * 1_000)
}
