import { check } from '../inputs/check.ts'
import { clockChange } from '../inputs/shapes.ts'
import type { Clock } from '../time/clock.ts'

/** Takes `{ now }`, `{ advanceSeconds }` or `{ follow: true }`. @throws SandboxError clock_invalid */
export function setClock(clock: Clock, body: unknown): void {
  const { now, advanceSeconds } = check(clockChange, body, 'clock_invalid')
  if (now !== undefined) clock.set(new Date(now))
  else if (advanceSeconds !== undefined) clock.advance(advanceSeconds)
  else clock.follow()
}

export function clockState(clock: Clock) {
  return { now: clock.now().toISOString(), aheadSeconds: clock.ahead() }
}
