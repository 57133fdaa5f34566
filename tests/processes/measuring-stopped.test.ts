import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../../database/src/embedded-server/processes.ts'
import { eventually } from '../program/api-session.ts'

// What measures and what kills on purpose have a PostgreSQL of their own, which is to end with them.

const module = fileURLToPath(new URL('../chaos/processes/database-server.ts', import.meta.url))
const program = `
  import { startDatabaseServer } from ${JSON.stringify(module)}
  const server = await startDatabaseServer()
  console.log(JSON.stringify(server.place))
  setInterval(() => {}, 1_000)`

async function startMeasuring(): Promise<{ child: ChildProcess; pid: number; dataFolder: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface(child.stdout)) return { child, ...JSON.parse(line) }
  throw new Error('It ended before its database stood.')
}

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a process that ends by %s takes its PostgreSQL and its folder along',
  async (signal) => {
    const { child, dataFolder, pid } = await startMeasuring()
    expect(isAlive(pid)).toBe(true)
    child.kill(signal)
    await eventually(
      async () => isAlive(pid) || existsSync(dataFolder),
      (isLeft) => !isLeft,
    )
  },
)
