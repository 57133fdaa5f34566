import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { RunningProgram } from '../../stella/src/program/start-program.ts'

const stopWithParent = new URL('../../stella/src/processes/stop-with-parent.ts', import.meta.url).href
const programFile = fileURLToPath(new URL('program.ts', import.meta.url))
const stellaFile = fileURLToPath(new URL('../../stella/src/main.ts', import.meta.url))

type Environment = NodeJS.ProcessEnv

export interface ProgramProcess {
  /** What its short screen tells; undefined when it ended before it ran, and has said why. */
  ready: Promise<RunningProgram['screen'] | undefined>
  ended: Promise<void>
  isStopping(): boolean
  /** Asks it to stop in order, and waits until it has. */
  stop(): Promise<void>
}

/** Starts the program as the code is now. */
export function startProgramProcess(environment: Environment): ProgramProcess {
  const child = spawnStella([programFile], environment)
  const ended = endOf(child)
  let stopping = false
  const told = once(child, 'message').then(([message]) => message as { screen: RunningProgram['screen'] })
  return {
    ready: Promise.race([told.then(({ screen }) => screen), ended.then(() => undefined)]),
    ended,
    isStopping: () => stopping,
    async stop() {
      stopping = true
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Runs a command of the program, such as `demo plumber`, and shows what it writes. */
export async function runCommand(args: string[], environment: Environment): Promise<void> {
  const child = spawnStella([stellaFile, ...args], environment)
  const pass = () => child.kill('SIGTERM')
  process.once('SIGINT', pass).once('SIGTERM', pass)
  await endOf(child)
  process.off('SIGINT', pass).off('SIGTERM', pass)
}

/** In a process group of its own: a terminal's Ctrl-C is meant for who started it, who stops it in order. */
function spawnStella(args: string[], env: Environment): ChildProcess {
  return spawn(process.execPath, ['--import', stopWithParent, ...args], {
    detached: true,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
}
