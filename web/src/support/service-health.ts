import type { ServiceQuarter } from './queries.ts'

const QUARTER_MS = 15 * 60 * 1_000
const quartersOfADay = 96
/** What is asked in this many quarters says how it goes now. */
const recently = 4
/** So many of a hundred without an answer is no chance any more. */
const falteringShare = 0.1

/** The last day by quarters of an hour, also those in which nothing was asked. */
export function dayOfQuarters(known: readonly ServiceQuarter[], now: Date): ServiceQuarter[] {
  const byTime = new Map(known.map((quarter) => [new Date(quarter.at).getTime(), quarter]))
  const last = Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS
  return Array.from({ length: quartersOfADay }, (_, place) => {
    const at = last - (quartersOfADay - 1 - place) * QUARTER_MS
    return (
      byTime.get(at) ?? {
        at: new Date(at).toISOString(),
        answered: 0,
        refused: 0,
        unanswered: 0,
        medianMs: null,
      }
    )
  })
}

/** How the service does now: whether it answers, falters, or is silent; a refusal is an answer. */
export function healthOf(quarters: readonly ServiceQuarter[]): 'good' | 'faltering' | 'silent' | 'quiet' {
  const now = quarters.slice(-recently)
  const sum = (of: (quarter: ServiceQuarter) => number) => now.reduce((all, one) => all + of(one), 0)
  const [answers, silence] = [sum(({ answered, refused }) => answered + refused), sum((it) => it.unanswered)]
  if (answers + silence === 0) return 'quiet'
  if (answers === 0) return 'silent'
  return silence / (answers + silence) > falteringShare ? 'faltering' : 'good'
}
