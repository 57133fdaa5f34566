import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseError } from '../errors/database-error.ts'
import type { ServerFolders } from './folders.ts'
import { readPidFile } from './lock-files.ts'
import { isServerOf } from './processes.ts'
import { isReady } from './readiness.ts'

export interface RunningServer {
  readonly pid: number
  readonly socketFolder: string
  readonly adopted: boolean
}

/** Recovery after a crash replays at most a few minutes of writing; longer than this and nobody still waits. */
export const startTimeoutMs = 300_000
export const pollMs = 10

/** Waits for a server that is there already, whether it is starting, running or ending. */
export async function joinRunning(folders: ServerFolders): Promise<RunningServer | undefined> {
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await delay(pollMs)) {
    const found = readPidFile(folders.cluster)
    if (found === undefined) return undefined
    if (!isServerOf(found.pid, folders.cluster)) return undefined
    const { pid, socketFolder, ready } = found
    if (socketFolder !== undefined && ready && (await isReady(socketFolder))) {
      return { pid, socketFolder, adopted: true }
    }
  }
  throw new DatabaseError('server_not_started', {
    folder: folders.cluster,
    reason: 'it runs but does not answer',
  })
}
