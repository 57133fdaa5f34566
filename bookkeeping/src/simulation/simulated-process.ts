import type { Clock } from '../ports/clock.ts'
import type { Timeline } from './timeline.ts'

/**
 * A process that can be killed and paused. Everything it waits for comes to it through here: what comes for a
 * dead one never arrives, what comes for a paused one arrives when it goes on.
 */
export class SimulatedProcess {
  readonly timeline: Timeline
  isAlive = true
  #pausedUntil = 0

  constructor(timeline: Timeline) {
    this.timeline = timeline
  }

  kill(): void {
    this.isAlive = false
  }

  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.timeline.now + milliseconds)
  }

  /** Does something in this process after a while, if it still lives, and not before it goes on. */
  after(milliseconds: number, act: () => void): void {
    this.timeline.after(milliseconds, () => {
      if (!this.isAlive) return
      const left = this.#pausedUntil - this.timeline.now
      if (left > 0) this.after(left, act)
      else act()
    })
  }

  /** Its clock: the time of day may be off, what it measures is not. */
  clock(offset = 0): Clock {
    return {
      now: () => this.timeline.now + offset,
      monotonic: () => this.timeline.now,
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          if (signal?.aborted) return this.after(0, resolve)
          let isOver = false
          const finish = () => {
            if (isOver) return
            isOver = true
            resolve()
          }
          this.after(milliseconds, finish)
          signal?.addEventListener('abort', () => this.after(0, finish))
        }),
    }
  }
}
