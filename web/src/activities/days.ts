import { addDays, dayOf, today } from '../format/days.ts'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import type { Activity } from './queries.ts'

type Day = { day: string; entries: Activity[] }

/** The entries gathered under their days in Amsterdam, in the order they came. */
export function byDay(items: readonly Activity[]): Day[] {
  const days: Day[] = []
  for (const item of items) {
    const day = dayOf(item.at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(item)
    else days.push({ day, entries: [item] })
  }
  return days
}

/** The title of a day in the log: today and yesterday by their names. */
export function useDayTitle(): (day: string) => string {
  const { activities: texts } = useTexts()
  const format = useFormat()
  return (day) => {
    const now = today()
    if (day === now) return texts.today(format.day(day))
    if (day === addDays(now, -1)) return texts.yesterday(format.day(day))
    return format.weekday(day)
  }
}
