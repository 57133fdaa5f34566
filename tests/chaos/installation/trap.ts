import { writeSync } from 'node:fs'
import type { Moment } from './points.ts'

/** What becomes of the process at a moment: it ends, or it stands still until somebody lets it go on. */
export type Trap = {
  readonly moment: Moment
  readonly signal: 'SIGKILL' | 'SIGSTOP'
  /** Passes it so many times first. */
  readonly passes: number
}

/** What a process writes on a line of its own just before it is caught. */
export const caught = 'caught at '

/** Catches this process at one moment, as soon as it comes there. */
export class Snare {
  #trap: Trap | null
  #passes = 0

  constructor(trap: Trap | null) {
    this.#trap = trap
  }

  set(trap: Trap | null): void {
    this.#trap = trap
    this.#passes = 0
  }

  /** Called at every moment. The signal reaches this process before the call returns. */
  pass(moment: Moment): void {
    if (this.#trap?.moment !== moment) return
    this.#passes += 1
    if (this.#passes <= this.#trap.passes) return
    const { signal } = this.#trap
    this.#trap = null
    writeSync(process.stdout.fd, `${caught}${moment}\n`)
    process.kill(process.pid, signal)
  }
}
