import type { Clock } from '../ports/clock.ts'
import type { Timeline } from './timeline.ts'

type Source = 'timer' | 'socket'

/**
 * A process that can be killed and paused. Everything it waits for comes to it through here: what comes for a
 * dead one never arrives, what comes for a paused one waits until it goes on.
 */
export class SimulatedProcess {
  readonly timeline: Timeline
  readonly name: string
  isAlive = true
  /** How far its idea of the shared time of day is off. */
  offset = 0
  #pauses = 0
  #isPaused = false
  readonly #held: { readonly source: Source; readonly act: () => void }[] = []

  constructor(timeline: Timeline, name: string) {
    this.timeline = timeline
    this.name = name
  }

  get isPaused(): boolean {
    return this.isAlive && this.#isPaused
  }

  kill(): void {
    this.isAlive = false
    this.#held.length = 0
  }

  pause(milliseconds: number, first: Source): void {
    if (this.#isPaused) return
    this.#isPaused = true
    this.#pauses += 1
    const pause = this.#pauses
    this.timeline.after(milliseconds, () => {
      if (this.#pauses === pause) this.resume(first)
    })
  }

  /**
   * Goes on. What came in the meantime is handled either timers first or sockets first: it depends on where the
   * event loop stood when it was stopped.
   */
  resume(first: Source): void {
    if (!this.#isPaused) return
    this.#isPaused = false
    const held = this.#held.splice(0)
    for (const { act, source } of held) if (source === first) this.#receive(0, source, act)
    for (const { act, source } of held) if (source !== first) this.#receive(1, source, act)
  }

  /** An answer reaches this process from outside. */
  after(milliseconds: number, act: () => void): void {
    this.#receive(milliseconds, 'socket', act)
  }

  timer(milliseconds: number, act: () => void): void {
    this.#receive(milliseconds, 'timer', act)
  }

  /** Its clock: the time of day may be off, what it measures is not. */
  clock(): Clock {
    return {
      now: () => this.timeline.now + this.offset,
      monotonic: () => this.timeline.now,
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          let isOver = false
          const finish = () => {
            if (isOver) return
            isOver = true
            this.timeline.stirred = true
            resolve()
          }
          if (signal?.aborted) return this.timer(0, finish)
          this.timer(milliseconds, finish)
          signal?.addEventListener('abort', () => this.timer(0, finish))
        }),
    }
  }

  #receive(milliseconds: number, source: Source, act: () => void): void {
    this.timeline.after(milliseconds, () => {
      if (!this.isAlive) return
      if (this.#isPaused) this.#held.push({ source, act })
      else act()
    })
  }
}
