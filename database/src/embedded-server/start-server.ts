import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseError } from '../errors.ts'
import { findBinaries, type ServerBinaries } from './binaries.ts'
import { ensureCluster, serverEnvironment } from './cluster.ts'
import { folderError, makeSocketFolder, prepareFolders, type ServerFolders } from './folders.ts'
import { readPidFile, removePidFile } from './pid-file.ts'
import { isServerOf, registerProcess } from './processes.ts'
import { isReady, serverUrl } from './readiness.ts'
import { stopServer } from './stop-server.ts'

export interface EmbeddedServerOptions {
  /** Made if it does not exist; holds all data, also across restarts. */
  dataFolder: string
  log?: (line: string) => void
  /** PostgreSQL's own settings, for tests: `{ fsync: 'off' }`. */
  settings?: Record<string, string>
}

export interface EmbeddedServer {
  /** Of the database `stella`, as the superuser, over a unix socket. */
  readonly url: string
  /** Whether the server ran already: left over from a process that was killed, or shared with a live one. */
  readonly adopted: boolean
  /** Ends the server in order, unless another process still uses it. May be called twice. */
  stop(): Promise<void>
}

/** Recovery after a crash replays at most a few minutes of writing; longer than this and nobody still waits. */
const startTimeoutMs = 300_000
const pollMs = 10

/**
 * Starts the PostgreSQL that npm installed, on the data in `dataFolder`, or joins the server that runs on it.
 * The first start makes the data (about a second), later ones take about 0.1 s.
 *
 * @throws DatabaseError with a code for each cause that whoever runs Stella can do something about
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { log = () => {}, settings = {} } = options
  const folders = prepareFolders(options.dataFolder)
  const registration = registerProcess(folders.base)
  try {
    const running = (await joinRunning(folders, log)) ?? (await launch(folders, settings, log))
    let stopping: Promise<void> | undefined
    const stop = async () => {
      if (!registration.leave().othersRemain) await stopServer(folders.cluster, running)
    }
    return {
      url: serverUrl(running.socketFolder),
      adopted: running.adopted,
      stop: () => {
        stopping ??= stop()
        return stopping
      },
    }
  } catch (error) {
    registration.leave()
    throw error
  }
}

export interface RunningServer {
  readonly pid: number
  readonly socketFolder: string
  readonly adopted: boolean
}

/** Waits for a server that is there already, whether it is starting, running or ending. */
async function joinRunning(
  folders: ServerFolders,
  log: (line: string) => void,
): Promise<RunningServer | undefined> {
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await delay(pollMs)) {
    const found = readPidFile(folders.cluster)
    if (found === undefined) return undefined
    if (!isServerOf(found.pid, folders.cluster)) {
      removePidFile(folders.cluster, found, log)
      return undefined
    }
    if (found.socketFolder !== undefined && (await isReady(found.socketFolder))) {
      return { pid: found.pid, socketFolder: found.socketFolder, adopted: true }
    }
  }
  throw new DatabaseError('server_not_started', {
    folder: folders.cluster,
    reason: 'it runs but does not answer',
  })
}

async function launch(
  folders: ServerFolders,
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<RunningServer> {
  const binaries = findBinaries(folders.user, folders.copies)
  await ensureCluster(folders, binaries)
  for (const deadline = Date.now() + startTimeoutMs; ; await delay(100)) {
    const outcome = await launchOnce(folders, binaries, settings)
    if ('pid' in outcome) return outcome
    if (!isPassing(outcome.said) || Date.now() > deadline) throw startError(folders, outcome.said)
    // Somebody else was quicker, or the processes of a killed server are still ending.
    const joined = await joinRunning(folders, log)
    if (joined !== undefined) return joined
  }
}

async function launchOnce(
  folders: ServerFolders,
  binaries: ServerBinaries,
  settings: Record<string, string>,
): Promise<RunningServer | { said: string }> {
  const socketFolder = makeSocketFolder(folders)
  const logFile = openLog(folders)
  const server = spawnServer(
    folders,
    binaries,
    { ...settings, unix_socket_directories: socketFolder },
    logFile.file,
  )
  closeSync(logFile.file)
  const ended = new Promise<string | undefined>((resolve) => {
    server.on('error', (error) => resolve(error.message))
    server.on('exit', () => resolve(undefined))
  })
  const ready = untilReady(server, socketFolder)
  const failure = await Promise.race([ended.then((reason) => ({ reason })), ready])
  if (failure === undefined && server.pid !== undefined) {
    server.unref()
    return { pid: server.pid, socketFolder, adopted: false }
  }
  if (socketFolder !== folders.base) rmSync(socketFolder, { recursive: true, force: true })
  return { said: failure?.reason ?? readFileSync(logFile.path, 'utf8').slice(logFile.length) }
}

async function untilReady(server: ChildProcess, socketFolder: string): Promise<undefined> {
  const deadline = Date.now() + startTimeoutMs
  while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    if (await isReady(socketFolder)) return undefined
    await delay(pollMs)
  }
  return new Promise(() => {}) // the end of the process decides
}

/**
 * In a process group of its own: Ctrl-C in the terminal then reaches Stella alone, which first finishes what it
 * is doing. Its messages go to a file and not through a pipe, which would break when Stella is killed.
 */
function spawnServer(
  folders: ServerFolders,
  binaries: ServerBinaries,
  settings: Record<string, string>,
  logFile: number,
): ChildProcess {
  const all = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...settings,
  }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(binaries.postgres, ['-D', folders.cluster, ...args], {
    ...folders.user,
    cwd: folders.base,
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', logFile, logFile],
  })
}

const largestLogBytes = 10_000_000

/** Opens the server's log at its end; the one before it is kept when it has grown large. */
function openLog(folders: ServerFolders): { path: string; file: number; length: number } {
  const logPath = path.join(folders.base, 'postgresql.log')
  try {
    if (existsSync(logPath) && statSync(logPath).size > largestLogBytes) renameSync(logPath, `${logPath}.old`)
    const file = openSync(logPath, 'a', 0o600)
    const { uid, gid } = folders.user
    if (uid !== undefined && gid !== undefined) fchownSync(file, uid, gid)
    return { path: logPath, file, length: statSync(logPath).size }
  } catch (error) {
    throw folderError(folders.base, error)
  }
}

const isPassing = (said: string) =>
  /lock file "[^"]*" already exists|pre-existing shared memory block .* is still in use/.test(said)

function startError({ cluster: folder }: ServerFolders, said: string): DatabaseError {
  if (/No space left on device|Disk quota exceeded/.test(said))
    return new DatabaseError('disk_full', { folder })
  const lines = said.trim().split('\n')
  const reason = lines.find((line) => /(FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? ''
  return new DatabaseError('server_not_started', {
    folder,
    reason: reason.replace(/^.*(FATAL|PANIC):\s*/, ''),
  })
}
