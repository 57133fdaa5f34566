import { SandboxError } from '../errors.ts'
import type { SandboxClock } from '../handle/sandbox.ts'
import { dateInAmsterdam } from './amsterdam.ts'

export interface Clock extends SandboxClock {
  /** 'YYYY-MM-DD' in Amsterdam. */
  today(): string
  /** Seconds it is ahead of the machine. */
  ahead(): number
  /** Resolves when so much time has passed, whether it runs or is set ahead; at once when the signal is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** A clock that runs with the machine's and can be set beside it. */
export function createClock(machine: () => Date): Clock {
  let aheadMs = 0
  const waiting = new Set<{ until: number; end(): void }>()
  const now = () => new Date(machine().getTime() + aheadMs)
  const move = (milliseconds: number) => {
    aheadMs = milliseconds
    for (const { until, end } of [...waiting]) if (until <= now().getTime()) end()
  }
  return {
    now,
    today: () => dateInAmsterdam(now()),
    ahead: () => aheadMs / 1000,
    set(instant) {
      move(reachable('now', instant.getTime()) - machine().getTime())
    },
    advance(seconds) {
      move(reachable('advanceSeconds', now().getTime() + seconds * 1000) - machine().getTime())
    },
    follow: () => move(0),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (milliseconds <= 0 || signal?.aborted) return resolve()
        const one = {
          until: now().getTime() + milliseconds,
          end() {
            waiting.delete(one)
            clearTimeout(timer)
            signal?.removeEventListener('abort', one.end)
            resolve()
          },
        }
        // Whoever waits for an answer holds a connection, and that keeps the process.
        const timer = setTimeout(one.end, milliseconds).unref()
        waiting.add(one)
        signal?.addEventListener('abort', one.end)
      }),
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
