import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Calls, callsOf, type Procedures } from './calls.ts'

/** A process that was started here, and answers calls. */
export type Started<P extends Procedures> = {
  readonly pid: number
  readonly call: Calls<P>
  /** Resolves with the signal that ended it, or null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>
  hasEnded(): boolean
  /** Everything it wrote so far. */
  output(): string
  onLine(listener: (line: string) => void): void
  signal(name: NodeJS.Signals): void
  /** Asks it to end, and waits. */
  stop(): Promise<void>
}

/** Starts a module of this project in a process of its own; `settings` arrive in the variable SETTINGS. */
export function start<P extends Procedures>(module: URL, settings: unknown): Started<P> {
  const child = fork(fileURLToPath(module), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, SETTINGS: JSON.stringify(settings) },
  })
  children.add(child)
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
  }
  const lines = child.stdout === null ? null : createInterface({ input: child.stdout })
  child.once('exit', () => children.delete(child))
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null)
  return {
    pid: child.pid ?? 0,
    call: callsOf<P>(child),
    ended,
    hasEnded: () => !children.has(child),
    output: () => written,
    onLine: (listener) => void lines?.on('line', listener),
    signal: (name) => void child.kill(name),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** What would outlive this process: one that is stopped does not notice that its parent is gone. */
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** The settings that `start` handed to this process. */
export function settings<T>(): T {
  return JSON.parse(process.env.SETTINGS ?? '') as T
}
