import { type PlainDate, todayInAmsterdam } from '@stella/invoicing'

/** Of each of so many days there is one to go back to: longer than a mistake in the invoices of a week stays unseen. */
const DAYS = 14
/** Then of each of so many weeks: a quarter, after which the return of VAT is filed. */
const WEEKS = 13
/** And of each of so many months: a year, until its accounts are closed. */
const MONTHS = 12

export interface KeptBackup {
  readonly file: string
  readonly takenAt: Date
}

/**
 * Those that need not be kept: of every day of the last two weeks, every week of the last quarter and every month of the
 * last year the newest stays, and the newest of all always does.
 */
export function expiredBackups(backups: readonly KeptBackup[], now: Date): KeptBackup[] {
  const newestFirst = backups.toSorted((one, other) => other.takenAt.getTime() - one.takenAt.getTime())
  const kept = new Set<KeptBackup>(newestFirst.slice(0, 1))
  const today = todayInAmsterdam(now)
  const spans: { within: number; of: (day: PlainDate) => string }[] = [
    { within: DAYS, of: (day) => day },
    { within: WEEKS * 7, of: (day) => `week ${Math.floor(daysBetween(day, today) / 7)}` },
    { within: MONTHS * 31, of: (day) => day.slice(0, 7) },
  ]
  for (const { within, of } of spans) {
    const seen = new Set<string>()
    for (const backup of newestFirst) {
      const day = todayInAmsterdam(backup.takenAt)
      if (daysBetween(day, today) >= within || seen.has(of(day))) continue
      seen.add(of(day))
      kept.add(backup)
    }
  }
  return newestFirst.filter((backup) => !kept.has(backup))
}

function daysBetween(from: PlainDate, until: PlainDate): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000
}
