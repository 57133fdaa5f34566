import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../e-boekhouden-sandbox/src/main.ts', import.meta.url))

/** A sandbox in a process of its own, so that what a request costs can be seen from outside. */
export async function startSandboxProcess() {
  const folder = mkdtempSync(join(tmpdir(), 'stella-hostile-'))
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, SANDBOX_PORT: '0', SANDBOX_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  const { soapUrl }: { soapUrl: string } = JSON.parse(value ?? '{}')
  return {
    soapUrl,
    cost: <T>(work: () => Promise<T>) => cost(child.pid ?? 0, work),
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Does the work. `spent` says how long it took and, on Linux, how far the memory of the process rose meanwhile. */
async function cost<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; spent: string }> {
  const before = resetPeak(pid)
  const startedAt = performance.now()
  const result = await work()
  const took = `${Math.round(performance.now() - startedAt)} ms`
  return { result, spent: before === null ? took : `${took}, ${megabytes(pid, 'VmHWM') - before} MB` }
}

/** Memory at rest; `null` where it cannot be seen. */
function resetPeak(pid: number): number | null {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
    return megabytes(pid, 'VmRSS')
  } catch {
    return null
  }
}

function megabytes(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
}
