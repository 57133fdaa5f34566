import { SandboxError } from '../errors.ts'
import type { SandboxClock } from '../handle/sandbox.ts'
import { dateInAmsterdam } from './amsterdam.ts'

export interface Clock extends SandboxClock {
  /** 'YYYY-MM-DD' in Amsterdam. */
  today(): string
  /** Seconds it is ahead of the machine. */
  ahead(): number
}

/** A clock that runs with the machine's and can be set beside it. */
export function createClock(machine: () => Date): Clock {
  let aheadMs = 0
  const now = () => new Date(machine().getTime() + aheadMs)
  return {
    now,
    today: () => dateInAmsterdam(now()),
    ahead: () => aheadMs / 1000,
    set(instant) {
      aheadMs = reachable('now', instant.getTime()) - machine().getTime()
    },
    advance(seconds) {
      aheadMs = reachable('advanceSeconds', now().getTime() + seconds * 1000) - machine().getTime()
    },
    follow() {
      aheadMs = 0
    },
  }
}

/** The calendar month in Amsterdam, '2026-11'. */
export function monthOf(clock: Clock): string {
  return clock.today().slice(0, 'YYYY-MM'.length)
}

/** The years of which the service takes dates; the books order instants by their text, so none may be longer. */
const reach = { from: Date.UTC(1980), until: Date.UTC(2050) }

/** @throws SandboxError clock_invalid */
function reachable(field: string, milliseconds: number): number {
  if (milliseconds >= reach.from && milliseconds < reach.until) return milliseconds
  throw new SandboxError('clock_invalid', `${field}: the clock goes from 1980 through 2049`)
}
