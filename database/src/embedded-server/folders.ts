import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseError } from '../errors/database-error.ts'
import { chooseServerUser, type ServerUser } from './server-user.ts'

export interface ServerFolders {
  /** Everything of the server: its data, its log, the unix socket. Closed to others. */
  readonly base: string
  /** PostgreSQL's data folder, which initdb makes. */
  readonly cluster: string
  /** Where binaries are copied to when they cannot be run where they are. */
  readonly copies: string
  readonly user: ServerUser
}

/** Where root keeps what its unprivileged server user cannot reach in the data folder or in node_modules. */
const sharedFolder = '/var/lib/stella'

/** Names the place of the data when that is not the data folder itself. */
const pointerFile = 'database-folder'

/**
 * Decides where the server lives and as whom it runs, and makes the folders.
 *
 * @throws DatabaseError `data_folder_not_writable`, `data_folder_missing`, `no_unprivileged_user`, `disk_full`
 */
export function prepareFolders(dataFolder: string): ServerFolders {
  const data = makeFolder(path.resolve(dataFolder))
  const pointer = path.join(data, pointerFile)
  const elsewhere = whereItPoints(pointer)
  const inside = path.join(data, 'postgresql')
  const user = chooseServerUser(elsewhere ?? inside)
  const base = elsewhere ?? (canReach(user, data) ? inside : placeElsewhere(data, pointer))
  makeFolder(base, user)
  return {
    base,
    cluster: path.join(base, 'data'),
    copies: user.uid === undefined ? path.join(base, 'server') : sharedFolder,
    user,
  }
}

/**
 * The folder for the unix socket: beside the data, or in a new temporary folder where that path would be longer
 * than the system's addresses are (104 bytes on macOS, 108 on Linux, the end mark included).
 */
export function makeSocketFolder(folders: ServerFolders): string {
  const longestAddress = 103
  if (Buffer.byteLength(path.join(folders.base, socketName)) <= longestAddress) return folders.base
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stella-socket-'))
  return makeFolder(folder, folders.user)
}

/** PostgreSQL names the socket after a port even when it listens on none. */
export const socketName = '.s.PGSQL.5432'

export function folderError(folder: string, error: unknown): DatabaseError {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DatabaseError('disk_full', { folder }, { cause: error })
  const reason = reasons[code ?? ''] ?? message
  return new DatabaseError('data_folder_not_writable', { folder, reason }, { cause: error })
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
}

/** A folder that only its owner can enter. With a user, it is given to that one. */
function makeFolder(folder: string, user: ServerUser = {}): string {
  try {
    mkdirSync(path.dirname(folder), { recursive: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    throw folderError(folder, error)
  }
}

function whereItPoints(pointer: string): string | undefined {
  if (!existsSync(pointer)) return undefined
  const folder = readFileSync(pointer, 'utf8').trim()
  if (existsSync(folder)) return folder
  throw new DatabaseError('data_folder_missing', { folder, reason: `${pointer} names it` })
}

/** Whether the server's user may pass through a folder. Asks the kernel, which knows every parent's rights. */
function canReach(user: ServerUser, folder: string): boolean {
  if (user.uid === undefined) return true
  openToPassThrough(folder)
  return spawnSync('test', ['-x', folder], { ...user, cwd: '/' }).status === 0
}

/** The data folder is Stella's own; letting others pass through shows them nothing of what is in it. */
function openToPassThrough(folder: string): void {
  const { mode, uid } = statSync(folder)
  if (uid === 0) chmodSync(folder, (mode & 0o777) | 0o011)
}

function placeElsewhere(data: string, pointer: string): string {
  makeFolder(sharedFolder)
  chmodSync(sharedFolder, 0o755)
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16)
  const folder = makeFolder(path.join(sharedFolder, name))
  writeFileSync(pointer, `${folder}\n`)
  return folder
}
