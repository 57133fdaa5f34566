import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from './processes.ts'

export interface PidFile {
  readonly pid: number
  /** Missing for the first instants of a starting server. */
  readonly socketFolder: string | undefined
}

/** What postmaster.pid says: line 1 the process, line 5 the folder of the socket. */
export function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(fileIn(cluster), 'utf8').split('\n')
    const pid = Number.parseInt(lines[0] ?? '', 10)
    return { pid: Number.isNaN(pid) ? 0 : pid, socketFolder: lines[4]?.trim() || undefined }
  } catch {
    return undefined
  }
}

/**
 * Removes a file left by a server that is gone when its number now belongs to some other live process, which
 * PostgreSQL would wait for until the end of days. Every other leftover it deals with itself.
 */
export function removePidFile(cluster: string, stale: PidFile, log: (line: string) => void): void {
  if (!isAlive(stale.pid)) return
  log(`postmaster.pid names process ${stale.pid}, which is not this database's server; removing the file`)
  rmSync(fileIn(cluster), { force: true })
}

const fileIn = (cluster: string) => path.join(cluster, 'postmaster.pid')
