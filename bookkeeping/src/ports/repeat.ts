import type { Clock } from './clock.ts'

export type Repeated = {
  /** Lets what is under way come to an end; `work` hears of it by its signal. */
  stop(): Promise<void>
}

type Options = { clock: Pick<Clock, 'sleep'>; everyMs: number; onFailure: (error: unknown) => void }

/**
 * Does something now, and again so long after each time it was done, until it is stopped: never twice at once. What
 * fails is told, and done again the next time.
 */
export function repeat(work: (stopped: AbortSignal) => Promise<void>, options: Options): Repeated {
  const { stop } = repeatOrWake(work, options)
  return { stop }
}

/** The same, and sooner when it is woken; what wakes it while it works has it work once more. */
export function repeatOrWake(
  work: (stopped: AbortSignal) => Promise<void>,
  options: Options,
): Repeated & { wake(): void } {
  const { clock, everyMs, onFailure } = options
  const stopping = new AbortController()
  const { signal } = stopping
  let waking = new AbortController()
  const running = (async () => {
    while (!signal.aborted) {
      waking = new AbortController()
      await work(signal).catch(onFailure)
      await clock.sleep(everyMs, AbortSignal.any([signal, waking.signal]))
    }
  })()
  return {
    wake: () => waking.abort(),
    stop() {
      stopping.abort()
      return running
    },
  }
}
