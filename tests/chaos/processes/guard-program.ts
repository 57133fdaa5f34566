// Outlives the process that started a database server for a while, and takes the server down if that one ended without
// doing so: killed, or stopped before it came to it. `node guard-program.ts <data folder>`, with a channel to the parent.
import { existsSync } from 'node:fs'

const [, , dataFolder = ''] = process.argv

// Ctrl-C reaches every process of a terminal; this one is the last.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => void takeDown())

async function takeDown(): Promise<void> {
  if (existsSync(dataFolder)) {
    const { removeServer } = await import('./remove-server.ts')
    await removeServer(dataFolder)
  }
  process.exit(0)
}
