import type { Clock } from '../src/ports/clock.ts'
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
  /** Organizations it works for at the same time. */
  slots = 1
  /** What it asked of a service that does not work, and since when it must know that. */
  readonly triedInOutage = {
    organizations: new Set<string>(),
    calls: 0,
    openSince: null as number | null,
    /** Of its statements since then, whose outcome it did not hear: it may not know either how its call went. */
    unheard: 0,
  }
  #pauses = 0
  #isPaused = false
  /** Since when its machine is suspended; null while it is not. */
  #asleepSince: number | null = null
  #sleptMs = 0
  #awakeSince = 0
  readonly #held: { readonly source: Source; readonly act: () => void }[] = []

  constructor(timeline: Timeline, name: string) {
    this.timeline = timeline
    this.name = name
  }

  get isPaused(): boolean {
    return this.isAlive && this.#isPaused
  }

  /** How long it has been going on without a break. */
  get awakeMs(): number {
    return this.timeline.now - this.#awakeSince
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

  /** As a pause, but of the whole machine: what its processes measure stands still meanwhile, and so do timers. */
  fallAsleep(milliseconds: number, first: Source): void {
    if (this.#isPaused) return
    this.#asleepSince = this.timeline.now
    this.pause(milliseconds, first)
  }

  /**
   * Goes on. What came in the meantime is handled either timers first or sockets first: it depends on where the
   * event loop stood when it was stopped.
   */
  resume(first: Source): void {
    if (!this.#isPaused) return
    this.#isPaused = false
    this.#awakeSince = this.timeline.now
    this.#sleptMs = this.timeline.now - this.#monotonic()
    this.#asleepSince = null
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

  /** Its clock: the time of day may be off, and what it measures leaves out the sleep of its machine. */
  clock(): Clock {
    return {
      now: () => this.timeline.now + this.offset,
      monotonic: () => this.#monotonic(),
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

  #monotonic(): number {
    return (this.#asleepSince ?? this.timeline.now) - this.#sleptMs
  }

  #receive(milliseconds: number, source: Source, act: () => void): void {
    const due = this.#monotonic() + milliseconds
    const arrive = (): void => {
      if (!this.isAlive) return
      if (this.#isPaused) this.#held.push({ source, act: arrive })
      else if (source === 'timer' && this.#monotonic() < due)
        this.#receive(due - this.#monotonic(), source, act)
      else act()
    }
    this.timeline.after(milliseconds, arrive)
  }
}
