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
      aheadMs = instant.getTime() - machine().getTime()
    },
    advance(seconds) {
      aheadMs += seconds * 1000
    },
    follow() {
      aheadMs = 0
    },
  }
}
