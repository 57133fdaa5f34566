declare const plainDateBrand: unique symbol

/** A day of the calendar, «2026-11-22»: no time, no zone. Compares and sorts as text. */
export type PlainDate = string & { readonly [plainDateBrand]: true }

/** The days that e-Boekhouden.nl takes as the date of a booking. */
const EARLIEST_DATE = '1980-01-01' as PlainDate
const LATEST_DATE = '2049-12-31' as PlainDate

const DAY_IN_MILLISECONDS = 86_400_000

/** Reads «YYYY-MM-DD» and checks that the day exists, or gives null. */
export function readPlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const instant = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(instant)) return null
  return toPlainDate(instant) === text ? (text as PlainDate) : null
}

/**
 * Reads a date that is known to be well formed, such as one from our own database.
 *
 * @throws RangeError when there is no such day.
 */
export function parsePlainDate(text: string): PlainDate {
  const date = readPlainDate(text)
  if (date === null) throw new RangeError(`Not a date: ${JSON.stringify(text)}.`)
  return date
}

/** The day that lies a whole number of days later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return toPlainDate(Date.parse(`${date}T00:00:00Z`) + days * DAY_IN_MILLISECONDS) as PlainDate
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** Whether a date lies within 1980–2049. */
export function isBookableDate(date: PlainDate): boolean {
  return date >= EARLIEST_DATE && date <= LATEST_DATE
}

function toPlainDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
