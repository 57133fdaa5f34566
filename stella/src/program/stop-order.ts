import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'

/** Longer than this and a person believes that it hangs; what is unfinished is safe in the database. */
const longestStopMs = 8000

type Stop = () => Promise<void> | void

export interface StopOrder {
  /** What is added last stops first. */
  add(name: string, stop: Stop): void
  /** Stops everything, one after the other; a part that fails or hangs does not keep the others from stopping. */
  stopAll(): Promise<void>
}

/** Collects how each part is stopped, while the parts are started. */
export function stopOrder(log: Logger, limitMs = longestStopMs): StopOrder {
  const parts: { name: string; stop: Stop }[] = []
  return {
    add(name, stop) {
      parts.push({ name, stop })
    },
    async stopAll() {
      for (let part = parts.pop(); part; part = parts.pop()) {
        const startedAt = Date.now()
        const outcome = await Promise.race([
          attempt(part.stop),
          sleep(limitMs, 'took too long' as const, { ref: false }),
        ])
        const level = outcome === 'stopped' ? 'info' : 'error'
        log[level]({ part: part.name, ms: Date.now() - startedAt, outcome }, 'part stopped')
      }
    },
  }
}

async function attempt(stop: Stop): Promise<unknown> {
  try {
    await stop()
    return 'stopped'
  } catch (error) {
    return error
  }
}
