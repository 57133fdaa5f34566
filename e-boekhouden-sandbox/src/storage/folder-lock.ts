import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { SandboxError } from '../errors.ts'

/**
 * Keeps a second sandbox off the same books: two writers would each lose the other's bookings. A lock left by a
 * process that was killed is taken over.
 * @throws SandboxError books_in_use
 * @returns lets go of it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use-by')
  const mine = identity(process.pid)
  for (let attempt = 0; ; attempt++) {
    try {
      const descriptor = openSync(file, 'wx', 0o600)
      writeSync(descriptor, mine)
      closeSync(descriptor)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (attempt > 2 || isHeld(file)) throw new SandboxError('books_in_use', `(${folder})`)
    rmSync(file, { force: true })
  }
}

function isHeld(file: string): boolean {
  let holder: string
  try {
    holder = readFileSync(file, 'utf8')
  } catch {
    return false
  }
  const pid = Number.parseInt(holder, 10)
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  // In this very process another sandbox may hold it; a number used again by another process does not count.
  return holder === identity(pid)
}

/** The process's number with the moment it started, where the system tells. */
function identity(pid: number): string {
  const start = statFields(pid)[startField]
  return start === undefined ? `${pid}` : `${pid} ${start}`
}

/** Of a killed process the number stays until its parent asks how it ended, which may be long: a zombie is dead. */
function isAlive(pid: number): boolean {
  if (statFields(pid)[stateField] === 'Z') return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Fields 3 and 22 of /proc/PID/stat (proc_pid_stat(5)), counted from the state on: the name before it may hold spaces. */
const stateField = 0
const startField = 19

function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
