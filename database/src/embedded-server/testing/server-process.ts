import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface ServerProcess {
  readonly url: string
  readonly adopted: boolean
  readonly child: ChildProcess
  /** Stops the server in order and waits for the process to end. */
  stop(): Promise<void>
  /** kill -9, or another signal to the whole process group, as Ctrl-C in a terminal sends. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** Another process that starts the embedded server on a data folder, in a process group of its own. */
export async function serverProcess(dataFolder: string): Promise<ServerProcess> {
  const script = fileURLToPath(new URL('./use-server.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = once(child, 'exit')
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    ended.then(([code]) => Promise.reject(new Error(`the process ended with ${code}`))),
  ])
  const { url, adopted } = JSON.parse(line) as { url: string; adopted: boolean }
  return {
    url,
    adopted,
    child,
    stop: async () => {
      child.stdin.end()
      await ended
    },
    kill: async (signal = 'SIGKILL') => {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
      await ended
    },
  }
}
