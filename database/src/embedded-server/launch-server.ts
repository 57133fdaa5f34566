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
import { DatabaseError } from '../errors/database-error.ts'
import { writeAccessFiles } from './access-files.ts'
import { findBinaries, type ServerBinaries } from './binaries.ts'
import { ensureCluster, serverEnvironment } from './cluster.ts'
import { folderError, makeSocketFolder, type ServerFolders } from './folders.ts'
import { joinRunning, pollMs, type RunningServer, startTimeoutMs } from './join-server.ts'
import { readPidFile, removeStaleLocks } from './lock-files.ts'
import { isReady } from './readiness.ts'

/**
 * Starts a server on the data in these folders, making the data first if there is none.
 *
 * @param socketFolder where it listens, of a server whose place it takes; otherwise chosen here
 * @throws DatabaseError `server_not_started`, `disk_full` and those of the binaries and the data
 */
export async function launch(
  folders: ServerFolders,
  settings: Record<string, string>,
  log: (line: string) => void,
  socketFolder?: string,
): Promise<RunningServer> {
  const binaries = findBinaries(folders.user, folders.copies)
  await ensureCluster(folders, binaries)
  for (const deadline = Date.now() + startTimeoutMs; ; await delay(100)) {
    const outcome = await launchOnce(folders, binaries, settings, log, socketFolder)
    if ('pid' in outcome) return outcome
    if (!isPassing(outcome.said) || Date.now() > deadline) throw startError(folders, outcome.said)
    // Somebody else was quicker, or the processes of a killed server are still ending.
    const joined = await joinRunning(folders)
    if (joined !== undefined) return joined
  }
}

async function launchOnce(
  folders: ServerFolders,
  binaries: ServerBinaries,
  settings: Record<string, string>,
  log: (line: string) => void,
  given: string | undefined,
): Promise<RunningServer | { said: string }> {
  const socketFolder = given ?? makeSocketFolder(folders)
  removeStaleLocks(folders.cluster, socketFolder, log)
  const access = writeAccessFiles(folders)
  const logFile = openLog(folders)
  const server = spawnServer(
    folders,
    binaries,
    { ...access, ...settings, unix_socket_directories: socketFolder },
    logFile.file,
  )
  closeSync(logFile.file)
  const ended = new Promise<string | undefined>((resolve) => {
    server.on('error', (error) => resolve(error.message))
    server.on('exit', () => resolve(undefined))
  })
  const ready = untilReady(server, folders, socketFolder)
  const failure = await Promise.race([ended.then((reason) => ({ reason })), ready])
  if (failure === undefined && server.pid !== undefined) {
    server.unref()
    return { pid: server.pid, socketFolder, adopted: false }
  }
  if (socketFolder !== folders.base && given === undefined)
    rmSync(socketFolder, { recursive: true, force: true })
  return { said: failure?.reason ?? readFileSync(logFile.path, 'utf8').slice(logFile.length) }
}

async function untilReady(
  server: ChildProcess,
  { cluster }: ServerFolders,
  socketFolder: string,
): Promise<undefined> {
  const deadline = Date.now() + startTimeoutMs
  while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    const said = readPidFile(cluster)
    if (said?.pid === server.pid && said?.ready === true && (await isReady(socketFolder))) return undefined
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
