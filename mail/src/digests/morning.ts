import { instantInAmsterdam, todayInAmsterdam } from '@stella/invoicing'

/** Before the first job of the day, and after the night in which e-Boekhouden.nl does its upkeep. */
const HOUR = 8
const DAY_MS = 24 * 60 * 60 * 1_000

/** Eight o'clock in Amsterdam, today or, before that, yesterday: since when people are told once more. */
export function lastMorning(now: Date): Date {
  const today = morningOf(now)
  return today <= now ? today : morningOf(new Date(now.getTime() - DAY_MS))
}

function morningOf(moment: Date): Date {
  return instantInAmsterdam(todayInAmsterdam(moment), HOUR)
}
