import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { RunningServer } from './join-server.ts'
import { isServerOf } from './processes.ts'

/** Within this a server writes out its memory and ends; one that hangs is ended so that recovery mends it. */
const patienceMs = 30_000

export async function stopServer(cluster: string, { pid, socketFolder }: RunningServer): Promise<void> {
  if (!isServerOf(pid, cluster)) return
  signal(pid, 'SIGINT') // fast shutdown: open transactions are rolled back, a checkpoint is written
  const deadline = Date.now() + patienceMs
  let hurried = false
  while (isServerOf(pid, cluster)) {
    if (!hurried && Date.now() > deadline) {
      signal(pid, 'SIGQUIT')
      hurried = true
    }
    await delay(10)
  }
  if (path.basename(socketFolder).startsWith('stella-socket-')) {
    rmSync(socketFolder, { recursive: true, force: true })
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // it has ended by itself
  }
}
