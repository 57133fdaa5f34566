import { type CauseCode, causes, isOfCredits, isTriedByItself } from './causes.ts'

/**
 * What goes on after a cause, and when:
 *
 * - `by_itself`: within minutes, later with more time between, for three days.
 * - `hourly`, `daily`: the connection is tried, and all that waits goes on once it works.
 * - `one_daily`: one of the invoices it holds is tried, and frees the others.
 * - `when_mended`: at once when what it waits for happened in Stella.
 * - `when_offered`: when somebody offers it again.
 * - `by_support`: once the support did something.
 * - `never`: there is nothing to try.
 */
export const triesAgain = [
  'by_itself',
  'hourly',
  'daily',
  'one_daily',
  'when_mended',
  'when_offered',
  'by_support',
  'never',
] as const
export type TriesAgain = (typeof triesAgain)[number]

export function triedAgain(code: CauseCode): TriesAgain {
  const { actor, class: kind, mend, scope } = causes[code]
  if (code === 'invoice_without_amount') return 'never'
  if (code === 'draft_unsettled' || isOfCredits(code)) return 'when_mended'
  if (kind === 'try_again') return scope === 'administration' ? 'daily' : 'by_itself'
  if (kind === 'pause') {
    if (actor === 'support') return 'by_support'
    return mend === 'connection' ? 'hourly' : 'daily'
  }
  if (isTriedByItself(code)) return 'one_daily'
  if (scope === 'relation') return 'when_mended'
  return mend === 'nothing' ? 'by_support' : 'when_offered'
}
