import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Books } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { checkPortFree } from '../processes/ports.ts'
import { endLeftoverSandbox, noteSandboxProcess } from './leftover.ts'

const sandboxProgram = fileURLToPath(new URL('../../../e-boekhouden-sandbox/src/main.ts', import.meta.url))
const stopWithParent = new URL('../processes/stop-with-parent.ts', import.meta.url).href
const sandboxHost = '127.0.0.1'

/** Longer: a person waits for nothing. Shorter: a busy machine's first start fails for no reason. */
const readyWithinMs = 30_000
/** Time to put its books away; after it the process is ended, its books survive that too. */
const stopWithinMs = 5000
/** Sandbox gone: the first restart at once, then slower, so that one that cannot start does not keep a core busy. */
const restartPausesMs = [0, 500, 2000, 10_000]

export interface SandboxOptions {
  books: Extract<Books, { kind: 'sandbox' }>
  folder: DataFolder
  log: Logger
}

export interface SandboxProcess {
  /** Its screens. */
  url: string
  soapUrl: string
  stop(): Promise<void>
  /** Ends it at once. */
  kill(): void
}

/**
 * Starts the stand-in of e-Boekhouden.nl as a process of its own, waits until it listens, and starts it again
 * whenever it dies. It stops when this process is gone, however that came about.
 * @throws ProgramFailure sandboxFailed, portTaken, portForbidden
 */
export async function startSandboxProcess(options: SandboxOptions): Promise<SandboxProcess> {
  await endLeftoverSandbox(options.folder.sandboxProcessFile)
  await checkPortFree(sandboxHost, options.books.port, 'SANDBOX_PORT')
  let stopping = false
  let child = launch(options)
  let exited = exitOf(child)
  const url = await readyUrl(child, exited, options)
  const keepRunning = async () => {
    for (let failures = 0; !stopping; failures++) {
      const startedAt = Date.now()
      await exited
      if (stopping) return
      if (Date.now() - startedAt > readyWithinMs) failures = 0
      options.log.warn({ failures }, 'the sandbox ended by itself and is started again')
      await sleep(restartPausesMs[Math.min(failures, restartPausesMs.length - 1)])
      if (stopping) return
      child = launch(options)
      child.stdout?.resume()
      exited = exitOf(child)
    }
  }
  const running = keepRunning()
  return {
    url,
    soapUrl: new URL('/soap.asmx', url).href,
    async stop() {
      stopping = true
      child.kill('SIGTERM')
      const ended = await Promise.race([exited.then(() => true), sleep(stopWithinMs, false, { ref: false })])
      if (!ended) child.kill('SIGKILL')
      await running
    },
    kill() {
      stopping = true
      child.kill('SIGKILL')
    },
  }
}

/** In a process group of its own: a terminal's Ctrl-C is meant for the program, which stops the sandbox in order. */
function launch({ books, folder, log }: SandboxOptions): ChildProcess {
  const child = spawn(process.execPath, ['--import', stopWithParent, sandboxProgram], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...environmentWithoutSecrets(), ...environmentOf(books, folder) },
  })
  if (child.pid !== undefined) noteSandboxProcess(folder.sandboxProcessFile, child.pid)
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => log.warn({ part: 'sandbox' }, line))
  }
  return child
}

function environmentOf(books: SandboxOptions['books'], folder: DataFolder): Record<string, string> {
  return {
    SANDBOX_PORT: String(books.port),
    SANDBOX_HOST: sandboxHost,
    SANDBOX_DATA_DIR: folder.sandboxFolder,
    ...(books.username === undefined ? {} : { SANDBOX_USERNAME: books.username }),
    ...(books.codes ? { SANDBOX_CODE1: books.codes.code1, SANDBOX_CODE2: books.codes.code2 } : {}),
  }
}

/** The sandbox stands for a service of someone else: it gets nothing that opens Stella's data. */
function environmentWithoutSecrets(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, STELLA_SECRET_KEY: _key, ...others } = process.env
  return others
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
}

/** The sandbox says `{"ready":true,"url":…}` on a line of its own when it listens. */
async function readyUrl(
  child: ChildProcess,
  exited: Promise<void>,
  options: SandboxOptions,
): Promise<string> {
  const failed = () => new ProgramFailure('sandboxFailed', [options.folder.logFile])
  if (!child.stdout) throw failed()
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const url = urlInReadyLine(line)
      if (url) resolve(url)
    })
  })
  const tooLate = sleep(readyWithinMs, undefined, { ref: false })
  const url = await Promise.race([ready, exited, tooLate])
  if (url !== undefined) return url
  child.kill('SIGKILL')
  throw failed()
}

function urlInReadyLine(line: string): string | undefined {
  try {
    const message: unknown = JSON.parse(line)
    if (typeof message !== 'object' || message === null) return undefined
    if (!('ready' in message) || message.ready !== true || !('url' in message)) return undefined
    return typeof message.url === 'string' ? message.url : undefined
  } catch {
    return undefined
  }
}
