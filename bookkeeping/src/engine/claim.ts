import type { Clock, Reading } from '../ports/clock.ts'
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

/** And so long, by either clock, it works on a lease. */
const VALID_FOR_MS = LEASE_MS - LEASE_MARGIN_MS

/**
 * A worker's own knowledge of its right to a lane, reckoned from before the lease was asked for. It ends by two
 * clocks, whichever comes first: the one that only runs forward does not mind when the time of day is set back,
 * and the time of day does not stand still while the machine is suspended. It is checked before every writing
 * call: whoever slept through the lease sends nothing, whatever the shared row says. The signal ends a call that
 * is still running by then, and whoever asks it whether it is aborted is told by the clocks: a process that wakes
 * up may come to its next call before its own timers have run.
 */
export class Claim {
  readonly lane: Lane
  readonly #clock: Clock
  readonly #ended = new AbortController()
  #hasEnded = false
  #askedAt: Reading

  constructor(lane: Lane, clock: Clock, askedAt: Reading) {
    this.lane = lane
    this.#clock = clock
    this.#askedAt = askedAt
    Object.defineProperty(this.#ended.signal, 'aborted', { get: () => !this.isValid() })
  }

  get signal(): AbortSignal {
    return this.#ended.signal
  }

  /** Whether it is still ours. Once it is not, it never is again. */
  isValid(): boolean {
    if (!this.#hasEnded && this.#hasRunOut()) this.end()
    return !this.#hasEnded
  }

  renewed(askedAt: Reading): void {
    this.#askedAt = askedAt
  }

  end(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#ended.abort()
  }

  #hasRunOut(): boolean {
    const { monotonic, now } = this.#askedAt
    const forward = this.#clock.monotonic() - monotonic
    const dayTime = this.#clock.now() - now
    const byForwardClock = forward >= VALID_FOR_MS
    const byTimeOfDay = dayTime >= VALID_FOR_MS
    // Set back meanwhile, it does not tell how long the machine was suspended.
    const wasSetBack = dayTime < forward - LEASE_MARGIN_MS
    return byForwardClock || byTimeOfDay || wasSetBack
  }
}
