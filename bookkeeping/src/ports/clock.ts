/** Milliseconds since 1970-01-01 00:00 UTC. */
export type Instant = number

/** Time, as the engine may know it. Nothing in this package reads a clock or waits in any other way. */
export interface Clock {
  /** The time of day. It may jump; only what is stored and shared is reckoned with it. */
  now(): Instant
  /**
   * Milliseconds that only grow, whatever happens to the time of day. On Linux they stand still while the machine
   * is suspended: what is measured with them lasted at least as long.
   */
  monotonic(): number
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** One moment, by both clocks. */
export type Reading = { readonly now: Instant; readonly monotonic: number }

export function readingOf(clock: Clock): Reading {
  return { now: clock.now(), monotonic: clock.monotonic() }
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const finish = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', finish)
        resolve()
      }
      const timer = setTimeout(finish, milliseconds)
      signal?.addEventListener('abort', finish)
    }),
}
