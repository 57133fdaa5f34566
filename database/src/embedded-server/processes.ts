import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Whether a process runs. One that ended but was not yet collected by its parent counts as ended. */
export function isAlive(pid: number): boolean {
  return isKnown(pid) && statusOf(pid)?.state !== 'Z'
}

/** Whether the system knows a process by this number, be it only because nobody collected it after its end. */
export function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Whether a process is the server of this cluster: a server works inside its data folder. */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return commandOf(pid).includes(cluster)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false // of another user, so not ours
  }
}

export interface Registration {
  /** Takes this process off the list, and tells whether another live process still uses the server. */
  leave(): { othersRemain: boolean }
}

/**
 * Several processes may share one embedded server (the program, a command in another window). Each leaves a file
 * named after itself, so that the last one, and only that one, stops the server.
 */
export function registerProcess(folder: string): Registration {
  const own = `in-use-by-${process.pid}-${statusOf(process.pid)?.startedAt ?? 0}`
  writeFileSync(path.join(folder, own), '')
  return {
    leave: () => {
      rmSync(path.join(folder, own), { force: true })
      return { othersRemain: liveRegistrations(folder).length > 0 }
    },
  }
}

function liveRegistrations(folder: string): string[] {
  return readdirSync(folder).filter((name) => {
    const [, pid, startedAt] = /^in-use-by-(\d+)-(\d+)$/.exec(name) ?? []
    if (pid === undefined) return false
    if (isAlive(Number(pid)) && (statusOf(Number(pid))?.startedAt ?? '0') === startedAt) return true
    rmSync(path.join(folder, name), { force: true })
    return false
  })
}

/** State letter and start time of a process, where the system has /proc. Ids are reused, start times are not. */
function statusOf(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { state: afterName[0] ?? '', startedAt: afterName[19] ?? '0' }
  } catch {
    return undefined
  }
}

function commandOf(pid: number): string {
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? ''
}
