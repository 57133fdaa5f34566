import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeDataFolder } from '../../database/src/testing/data-folder.ts'
import { freePort } from './free-port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Longer than any start takes, on a machine that may be busy with other tests. */
const startWithinMs = 300_000

export interface Login {
  email: string
  password: string
}

/** What the short screen tells a person. */
export interface Screen {
  address: string
  demo: Login
  support: Login
  sandbox: string
}

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  /** Everything it wrote, both streams. */
  output: string
}

export interface RunningProgram {
  process: ChildProcess
  screen: Screen
  ended: Promise<Ended>
  /** What it has written until now. */
  output(): string
  /** Asks it to stop as Ctrl-C does, and waits. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

export interface Place {
  dataFolder: string
  environment: Record<string, string>
  /** Ends what still runs on the data folder, after a test that failed, and removes it. */
  clear(): void
}

/** A data folder of its own and two free ports. */
export async function newPlace(
  settings: Record<string, string> = {},
  where: 'in memory' | 'on disk' = 'in memory',
): Promise<Place> {
  const dataFolder = makeDataFolder('stella-program-', where)
  const environment = {
    STELLA_DATA_DIR: dataFolder,
    STELLA_LANGUAGE: 'nl',
    PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
    ...settings,
  }
  const place: Place = { dataFolder, environment, clear: () => clear(place) }
  return place
}

function clear(place: Place): void {
  for (const pid of processesOf(place)) endAtOnce(pid)
  rmSync(place.dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** Ends a process the way the system does when memory runs out. */
export function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}

const starters = {
  npm: ['npm', 'start'],
  'the script': [process.execPath, 'scripts/start.mjs'],
  'the web alone': [process.execPath, 'scripts/start.mjs', 'web'],
  'the worker alone': [process.execPath, 'scripts/start.mjs', 'worker'],
  'for development': [process.execPath, 'scripts/dev.mjs', 'paused-link'],
} as const

/** Starts the whole program the way `npm start` or `npm run dev` does, and waits for its short screen. */
export async function startProgram(
  place: Place,
  starter: keyof typeof starters = 'the script',
): Promise<RunningProgram> {
  const [command, ...args] = starters[starter]
  const { child, ended, output } = launch(place, command, args)
  const screen = await new Promise<Screen>((resolve, reject) => {
    const look = () => {
      const screen = screenIn(output())
      if (screen) resolve(screen)
    }
    child.stdout?.on('data', look)
    void ended.then((end) =>
      reject(new Error(`the program ended with ${end.code}: ${end.output}${lastOfLog(place)}`)),
    )
    setTimeout(() => reject(new Error(`no short screen: ${output()}`)), startWithinMs).unref()
  })
  return {
    process: child,
    screen,
    ended,
    output,
    stop(signal = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  }
}

/** What the program wrote last, for whoever reads why a start failed. */
function lastOfLog(place: Place): string {
  try {
    const lines = readFileSync(join(place.dataFolder, 'logs/stella.log'), 'utf8').trim().split('\n')
    return `\nIts log:\n${lines.slice(-10).join('\n')}`
  } catch {
    return ''
  }
}

/** Runs the program until it ends by itself: a command, or a start that is refused. */
export function runProgram(place: Place, args: string[]): Promise<Ended> {
  return runScript(place, ['stella/src/main.ts', ...args])
}

/** The same with a script of the project. */
export function runScript(place: Place, args: string[]): Promise<Ended> {
  return launch(place, process.execPath, args).ended
}

function launch(place: Place, command: string, args: readonly string[]) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), ...place.environment },
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written += chunk
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output: written }))
  })
  return { child, ended, output: () => written }
}

/** Without the settings of whoever runs the tests, and without the marks that npm leaves. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(PORT|HOST|PUBLIC_URL|DATABASE_URL|SMTP_URL|MAIL_FROM|EBOEKHOUDEN_|SANDBOX_|STELLA_|VITEST|NODE_ENV|NODE_OPTIONS|npm_command)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

function screenIn(text: string): Screen | undefined {
  if (!text.includes('Ctrl-C')) return undefined
  const urls = text.match(/https?:\/\/[^\s]+/g) ?? []
  const logins = [...text.matchAll(/(\S+@\S+)\s{2}(\S+)/g)].map(([, email = '', password = '']) => ({
    email,
    password,
  }))
  const [address = '', sandbox = ''] = urls
  const none = { email: '', password: '' }
  return { address, sandbox, demo: logins[0] ?? none, support: logins[1] ?? none }
}

/** The numbers of the processes that have this data folder in their environment or command line. */
export function processesOf(place: Place): number[] {
  const mentions = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(place.dataFolder)
    } catch {
      return false
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => mentions(pid, 'environ') || mentions(pid, 'cmdline'))
    .filter((pid) => !isZombie(pid))
    .map(Number)
}

function isZombie(pid: string): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}
