import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseError } from '../errors/database-error.ts'
import type { ServerBinaries } from './binaries.ts'
import type { ServerFolders } from './folders.ts'
import { isAlive } from './processes.ts'

/** The superuser that initdb makes; reachable over the socket only, which only the server's user can open. */
export const superuser = 'stella'

/** What the server and initdb see of the environment: nothing that changes what they do. */
export const serverEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Makes the data folder if there is none yet. initdb works in a folder of its own that gets its name when it is
 * whole, so a process killed meanwhile leaves no half-made data behind.
 *
 * @throws DatabaseError `server_not_created`, `data_of_other_postgresql`, `disk_full`
 */
export async function ensureCluster(folders: ServerFolders, binaries: ServerBinaries): Promise<void> {
  const versionFile = path.join(folders.cluster, 'PG_VERSION')
  if (existsSync(versionFile)) return refuseOtherVersion(folders, versionFile, binaries.majorVersion)
  removeUnfinished(folders)
  const unfinished = `${folders.cluster}.new-${process.pid}`
  await initdb(folders, binaries, unfinished)
  try {
    renameSync(unfinished, folders.cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(versionFile)) throw creationError(folders, (error as Error).message)
  }
}

function refuseOtherVersion(folders: ServerFolders, versionFile: string, expected: string): void {
  const found = readFileSync(versionFile, 'utf8').trim()
  if (found === expected) return
  throw new DatabaseError('data_of_other_postgresql', { folder: folders.cluster, found, expected })
}

function removeUnfinished(folders: ServerFolders): void {
  for (const name of readdirSync(folders.base)) {
    const [, pid] = /^data\.new-(\d+)$/.exec(name) ?? []
    if (pid !== undefined && !isAlive(Number(pid))) {
      rmSync(path.join(folders.base, name), { recursive: true, force: true })
    }
  }
}

/**
 * The builtin locale sorts and lower-cases by Unicode's code points without any library of the system, so an
 * update of the system can never leave an index in the wrong order.
 */
async function initdb(folders: ServerFolders, binaries: ServerBinaries, target: string): Promise<void> {
  const args = [
    ...['-D', target, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--data-checksums', '--no-instructions'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ]
  const child = spawn(binaries.initdb, args, {
    ...folders.user,
    cwd: folders.base,
    env: serverEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const failure = await new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (status) =>
      resolve(status === 0 ? undefined : said.trim() || `initdb ended with ${status}`),
    )
  })
  if (failure === undefined) return
  rmSync(target, { recursive: true, force: true })
  throw creationError(folders, failure)
}

function creationError({ base }: ServerFolders, reason: string): DatabaseError {
  if (/No space left on device|Disk quota exceeded/.test(reason))
    return new DatabaseError('disk_full', { folder: base })
  return new DatabaseError('server_not_created', { folder: base, reason: lastLine(reason) })
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? text
