import { type CauseCode, causes } from '../causes/causes.ts'
import type { Instant } from '../ports/clock.ts'
import { nextTestWhilePaused } from './test-schedule.ts'

/** A pause for what a call met, and the codes it was made with: newer ones are not paused for it. */
export type Pause = {
  readonly cause: CauseCode
  readonly nextTestAt: Instant
  readonly codesVersion: number
}

export function pauseFor(
  cause: CauseCode | null,
  { codesVersion }: Pick<Pause, 'codesVersion'>,
  at: Instant,
): Pause | null {
  if (cause === null) return null
  return { cause, nextTestAt: nextTestWhilePaused(cause, at), codesVersion }
}

/** Whether people must be told of another cause of a pause: somebody else must act now, or elsewhere. */
export function asksSomethingElse(before: CauseCode, now: CauseCode): boolean {
  return causes[before].actor !== causes[now].actor || causes[before].mend !== causes[now].mend
}
