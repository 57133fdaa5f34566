import { useMemo } from 'react'
import { useLanguage } from '../language/language.tsx'
import { formatEuro, formatQuantity, formatRate } from './amounts.ts'
import { formatDay, formatMoment, formatTime, formatWeekday } from './days.ts'

/** Amounts, days and times in the language of the screens. */
export function useFormat() {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      euro: (amount: string) => formatEuro(amount, language),
      quantity: (quantity: string) => formatQuantity(quantity, language),
      rate: (rate: string) => formatRate(rate, language),
      day: (day: string) => formatDay(day, language),
      weekday: (day: string) => formatWeekday(day, language),
      time: (instant: string) => formatTime(instant, language),
      moment: (instant: string, seconds = false) => formatMoment(instant, language, seconds),
    }),
    [language],
  )
}
