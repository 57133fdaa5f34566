import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'

/** Often enough for a watchdog, and nothing beside the work of a second. */
const BEAT_EVERY_MS = 15_000

export type HeartbeatParts = {
  /** Writes down that work was looked for. */
  readonly beat: () => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

/**
 * The same store, which tells while it is asked for lanes, or holds some, that a worker is alive. Whoever looks
 * after the installation sees by its silence that nobody works, which no worker could tell.
 */
export function withHeartbeat(store: Store, { beat, clock, log }: HeartbeatParts): Store {
  let beatAt = Number.NEGATIVE_INFINITY
  const beatNowAndThen = async () => {
    if (clock.monotonic() - beatAt < BEAT_EVERY_MS) return
    beatAt = clock.monotonic()
    // It is for those who look; the work goes on without.
    await beat().catch((error: unknown) => log.warn('no heartbeat', { error: String(error) }))
  }
  return {
    ...store,
    async claimLanes(claim) {
      const lanes = await store.claimLanes(claim)
      await beatNowAndThen()
      return lanes
    },
    async renewLanes(lanes, leaseUntil) {
      const held = await store.renewLanes(lanes, leaseUntil)
      await beatNowAndThen()
      return held
    },
  }
}
