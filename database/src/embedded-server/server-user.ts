import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseError } from '../errors/database-error.ts'

/** As whom the server runs; nothing means as whom this process runs. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

/**
 * PostgreSQL refuses to run as root. So root hands over to the user that owns the server's folder (or the folder
 * it will be made in), or to one made for such services.
 *
 * @throws DatabaseError `no_unprivileged_user`
 */
export function chooseServerUser(folder: string): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const owner = ownerOf(nearestExisting(folder))
  if (owner !== undefined) return owner
  for (const name of ['stella', 'postgres', 'nobody']) {
    const user = lookUp(name)
    if (user !== undefined) return user
  }
  throw new DatabaseError('no_unprivileged_user')
}

/** The owner of a folder, unless that is root or an id without a name, with which initdb cannot work. */
function ownerOf(folder: string): ServerUser | undefined {
  const { uid } = statSync(folder)
  return uid === 0 ? undefined : lookUp(String(uid))
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder))
}

function lookUp(nameOrId: string): ServerUser | undefined {
  const uid = idOf('-u', nameOrId)
  const gid = idOf('-g', nameOrId)
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

function idOf(option: '-u' | '-g', nameOrId: string): number | undefined {
  const { status, stdout } = spawnSync('id', [option, nameOrId], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : undefined
}
