import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { socketName } from './folders.ts'
import { isKnown, isServerOf } from './processes.ts'

export interface PidFile {
  readonly pid: number
  /** Missing for the first instants of a starting server. */
  readonly socketFolder: string | undefined
  /** Whether the server says that it takes connections: no longer starting, recovering or ending. */
  readonly ready: boolean
}

/** What postmaster.pid says: line 1 the process, line 5 the folder of the socket, line 8 the state. */
export function readPidFile(cluster: string): PidFile | undefined {
  const lines = readLines(path.join(cluster, pidFileName))
  if (lines === undefined) return undefined
  return {
    pid: pidOf(lines),
    socketFolder: lines[4]?.trim() || undefined,
    ready: lines[7]?.trim() === 'ready',
  }
}

const pidFileName = 'postmaster.pid'

/**
 * Removes the lock files of a server that is gone when the number in them still answers: it belongs to some other
 * process now, or the dead server was never collected (a container whose first process is no init). PostgreSQL
 * would take either for a running server until the end of days. Every other leftover it deals with itself.
 */
export function removeStaleLocks(cluster: string, socketFolder: string, log: (line: string) => void): void {
  for (const file of [path.join(cluster, pidFileName), path.join(socketFolder, `${socketName}.lock`)]) {
    const lines = readLines(file)
    if (lines === undefined) continue
    const pid = pidOf(lines)
    if (!isKnown(pid) || isServerOf(pid, cluster)) continue
    log(`${file} names process ${pid}, which is not this database's server; removing the file`)
    rmSync(file, { force: true })
  }
}

function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return undefined
  }
}

/** 0, which is nobody's, when the first line is no number. */
function pidOf(lines: readonly string[]): number {
  const pid = Number.parseInt(lines[0] ?? '', 10)
  return Number.isNaN(pid) ? 0 : pid
}
