import type { Clock } from '../ports/clock.ts'
import type { Lane } from '../ports/store.ts'

/**
 * How long a worker may work for an administration without renewing. Another takes over so long after a kill -9;
 * shorter, and a slow database makes healthy workers lose their lanes.
 */
export const LEASE_MS = 15_000
/** Leases are renewed this often: twice before they would end. */
export const RENEW_EVERY_MS = 5_000
/** A worker stops this long before its lease ends, so that its last byte has left by then. */
export const LEASE_MARGIN_MS = 2_000

/**
 * A worker's own knowledge of its right to a lane, reckoned with a clock that only runs forward, from before the
 * lease was asked for. It is checked before every writing call: whoever slept through the lease sends nothing,
 * whatever the shared row or the time of day says. The signal ends a call that is still running by then, and
 * whoever asks it whether it is aborted is told by the clock: a process that wakes up may come to its next call
 * before its own timers have run.
 */
export class Claim {
  readonly lane: Lane
  readonly #clock: Clock
  readonly #ended = new AbortController()
  #hasEnded = false
  #validUntil: number

  constructor(lane: Lane, clock: Clock, askedAt: number) {
    this.lane = lane
    this.#clock = clock
    this.#validUntil = askedAt + LEASE_MS - LEASE_MARGIN_MS
    Object.defineProperty(this.#ended.signal, 'aborted', { get: () => !this.isValid() })
  }

  get signal(): AbortSignal {
    return this.#ended.signal
  }

  /** Whether it is still ours. Once it is not, it never is again. */
  isValid(): boolean {
    if (!this.#hasEnded && this.#clock.monotonic() >= this.#validUntil) this.end()
    return !this.#hasEnded
  }

  renewed(askedAt: number): void {
    this.#validUntil = askedAt + LEASE_MS - LEASE_MARGIN_MS
  }

  end(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#ended.abort()
  }
}
