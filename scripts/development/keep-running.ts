import { setTimeout as sleep } from 'node:timers/promises'
import type { Texts } from '@stella/texts'
import type { RunningProgram } from '../../stella/src/program/start-program.ts'
import type { Changes } from './changes.ts'
import { startProgramProcess } from './program-process.ts'

export interface KeepRunningOptions {
  /** Of the program. */
  environment: NodeJS.ProcessEnv
  changes: Changes
  /** Settles when somebody wishes everything to stop. */
  stopAsked: Promise<void>
  /** Called with what settles when the program takes requests, or does not for longer, each time that it takes none. */
  onPause(over: Promise<void>): void
  /** Settles when every request that was let through before the pause has its answer. */
  allAnswered(): Promise<void>
  /** Called once, when the program runs for the first time; changes wait until this has settled. */
  onFirstReady(screen: RunningProgram['screen']): Promise<void>
  words: Texts['program']['development']
}

/** Far longer than any request takes; what has no answer by then has met code that never gives one. */
const answerWithinMs = 10_000

/**
 * Starts the program, and again whenever its code has changed, until it is asked to stop. One that ends by itself,
 * as code does that is half written, is started again after the next change. Requests wait for a program that runs and
 * stays: neither one that ended nor one whose code changed while it started is let loose on them.
 */
export async function keepRunning(options: KeepRunningOptions): Promise<void> {
  const { environment, changes, onPause, onFirstReady, words } = options
  const stopAsked = options.stopAsked.then(() => undefined)
  let hasBeenReady = false
  let pause = Promise.withResolvers<void>()
  onPause(pause.promise)
  for (let changed: string | undefined = ''; changed !== undefined; ) {
    const startedAt = performance.now()
    const program = startProgramProcess(environment)
    void program.ended.then(() => program.isStopping() || console.log(words.waitsForChange))
    const screen = await Promise.race([program.ready, stopAsked])
    const isFirst = screen !== undefined && !hasBeenReady
    if (isFirst || (screen !== undefined && !changes.isWaiting())) pause.resolve()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    if (screen !== undefined && hasBeenReady) console.log(words.startedAgain(changed, seconds))
    if (isFirst) {
      hasBeenReady = true
      await Promise.race([onFirstReady(screen), stopAsked])
    }
    changed = await Promise.race([changes.next(), stopAsked])
    const former = pause
    pause = Promise.withResolvers()
    onPause(pause.promise)
    former.resolve()
    // A program that stops refuses what reaches it only then, though it was let through before.
    await Promise.race([
      options.allAnswered(),
      program.ended,
      sleep(answerWithinMs, undefined, { ref: false }),
    ])
    await program.stop()
  }
  pause.resolve()
}
