import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, type ProcessIdentity, stillRuns } from '../data-folder/process-identity.ts'

/** Notes which process is the sandbox, so that the next start can find it if this one is killed. */
export function noteSandboxProcess(file: string, pid: number): void {
  const identity = identityOf(pid)
  if (identity) writeFileSync(file, JSON.stringify(identity), { mode: 0o600 })
}

/** It stops by itself when its parent is gone; longer than this and it hangs. */
const patienceMs = 3000

/** Ends the sandbox of an earlier start that was killed, if it still runs, so that its port and books are free. */
export async function endLeftoverSandbox(file: string): Promise<void> {
  const leftover = read(file)
  if (leftover && stillRuns(leftover)) {
    process.kill(leftover.pid, 'SIGTERM')
    const deadline = Date.now() + patienceMs
    while (stillRuns(leftover) && Date.now() < deadline) await sleep(20)
    if (stillRuns(leftover)) process.kill(leftover.pid, 'SIGKILL')
  }
  rmSync(file, { force: true })
}

function read(file: string): ProcessIdentity | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined
  } catch {
    return undefined
  }
}
