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

  /** Something reaches this process from outside, if it still lives, and not before it goes on. */
  after(milliseconds: number, act: () => void): void {
    // Node runs the timers that are due before it looks at its sockets: so too when it goes on after a pause.
    this.#schedule(milliseconds, act, 1)
  }

  /** Its clock: the time of day may be off, what it measures is not. */
  clock(offset = 0): Clock {
    return {
      now: () => this.timeline.now + offset,
      monotonic: () => this.timeline.now,
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          if (signal?.aborted) return this.#schedule(0, resolve, 0)
          let isOver = false
          const finish = () => {
            if (isOver) return
            isOver = true
            resolve()
          }
          this.#schedule(milliseconds, finish, 0)
          signal?.addEventListener('abort', () => this.#schedule(0, finish, 0))
        }),
    }
  }

  timer(milliseconds: number, act: () => void): void {
    this.#schedule(milliseconds, act, 0)
  }

  #schedule(milliseconds: number, act: () => void, afterTimers: number): void {
    this.timeline.after(milliseconds, () => {
      if (!this.isAlive) return
      const left = this.#pausedUntil - this.timeline.now
      if (left > 0) this.#schedule(left + afterTimers, act, 0)
      else act()
    })
  }
}
