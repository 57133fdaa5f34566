import { addDays, type PlainDate, todayInAmsterdam } from '@stella/invoicing'

/** Days from then until now, but Saturdays, Sundays and the weeks around New Year and in the height of summer. */
export function workingDays(from: number, until: number): PlainDate[] {
  const last = todayInAmsterdam(new Date(until))
  const days: PlainDate[] = []
  for (let day = todayInAmsterdam(new Date(from)); day <= last; day = addDays(day, 1)) {
    const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    const isHoliday = /-(12-(2[5-9]|3.)|01-0[1-4]|08-0[1-9]|08-1[0-4])$/.test(day)
    if (!isWeekend && !isHoliday) days.push(day)
  }
  return days
}

/** Nine o'clock in the Dutch summer, eight in winter. */
export function morningOf(day: PlainDate): number {
  return Date.parse(`${day}T07:00:00Z`)
}

/** Half past four in the Dutch summer, half past three in winter. */
export function eveningOf(day: PlainDate): number {
  return Date.parse(`${day}T14:30:00Z`)
}
