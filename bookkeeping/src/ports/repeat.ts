import type { Clock } from './clock.ts'

export type Repeated = {
  /** Lets what is under way come to an end; `work` hears of it by its signal. */
  stop(): Promise<void>
}

/**
 * Does something now, and again so long after each time it was done, until it is stopped: never twice at once. What
 * fails is told, and done again the next time.
 */
export function repeat(
  work: (stopped: AbortSignal) => Promise<void>,
  options: { clock: Pick<Clock, 'sleep'>; everyMs: number; onFailure: (error: unknown) => void },
): Repeated {
  const { clock, everyMs, onFailure } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const running = (async () => {
    while (!signal.aborted) {
      await work(signal).catch(onFailure)
      await clock.sleep(everyMs, signal)
    }
  })()
  return {
    stop() {
      stopping.abort()
      return running
    },
  }
}
