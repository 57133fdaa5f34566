import type { Language } from '@stella/texts/screens'

/** The zone of Dutch books: an instant belongs to the day it is in Amsterdam. */
const zone = 'Europe/Amsterdam'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** Today in Amsterdam as YYYY-MM-DD. */
export function today(now = new Date()): string {
  return dayOf(now.toISOString())
}

/** The day in Amsterdam of an instant. */
export function dayOf(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant))
}

/** The day that comes so many days after another. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** An invoice is seldom dated before the quarter of the last VAT return, or later than a month from now. */
const FAR_BACK_DAYS = 92
const FAR_AHEAD_DAYS = 31

/** Whether a date is so far from today that it may be a slip of the keyboard. */
export function isFarFrom(day: string, from: string): boolean {
  return day < addDays(from, -FAR_BACK_DAYS) || day > addDays(from, FAR_AHEAD_DAYS)
}

/** A day as `22 nov 2026`, never broken over two lines. */
export function formatDay(day: string, language: Language): string {
  return unbroken(
    new Intl.DateTimeFormat(locales[language], {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }).format(new Date(`${day}T00:00:00Z`)),
  )
}

/** The month of a day, as `november 2026`. */
export function formatMonth(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** The month of a day in three letters, as `nov`; Dutch shortens its third month to `mrt`. */
export function formatShortMonth(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', month: 'short' })
    .format(new Date(`${day}T00:00:00Z`))
    .slice(0, 3)
}

/** A day with its weekday, as `Maandag 23 nov 2026`. */
export function formatWeekday(day: string, language: Language): string {
  const weekday = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  )
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${formatDay(day, language)}`
}

/** The clock in Amsterdam, as `14:31`, or `14:31:05` with seconds. */
export function formatTime(instant: string, language: Language, seconds = false): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
  }).format(new Date(instant))
}

/** A day and a time, as `22 nov 2026, 14:31`. */
export function formatMoment(instant: string, language: Language, seconds = false): string {
  return `${formatDay(dayOf(instant), language)}, ${formatTime(instant, language, seconds)}`
}

function unbroken(text: string): string {
  return text.replace(/[ \u202f]/g, '\u00a0')
}
