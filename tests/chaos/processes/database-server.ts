import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ensureLogins, type Logins, migrate, openDatabase, startEmbeddedServer } from '@stella/database'
import { sql } from 'kysely'
import { readPidFile } from '../../../database/src/embedded-server/lock-files.ts'
import { isAlive } from '../../../database/src/embedded-server/processes.ts'
import { removeServer } from './remove-server.ts'

/** Where installations get a fresh, migrated database of their own. */
export type DatabaseServer = {
  newDatabase(): Promise<NewDatabase>
  stop(): Promise<void>
}

/** Where its owner signs in, and each role. */
export type NewDatabase = Logins & { readonly url: string }

/** Of its own, with the settings that Stella itself gives it: nothing acknowledged may be lost. */
export type OwnServer = DatabaseServer & {
  /** Ends the server by a signal, as a crash or somebody's mistake would, and waits until its watch started it again. */
  killAlone(signal: 'SIGKILL' | 'SIGQUIT' | 'SIGINT'): Promise<void>
  /** Its process, and the folder of everything it keeps. */
  readonly place: { readonly pid: number; readonly dataFolder: string }
}

const template = 'chaos_template'
const folderPrefix = 'stella-chaos-'

/** Starts the PostgreSQL that comes with Stella, in a temporary folder. */
export async function startDatabaseServer(settings: Record<string, string> = {}): Promise<OwnServer> {
  await removeLeftovers()
  const dataFolder = mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  // The server runs as another user when this is root.
  chmodSync(dataFolder, 0o755)
  const guard = guardOf(dataFolder)
  const server = await startEmbeddedServer({
    dataFolder,
    settings: { max_connections: '400', ...settings },
    // It is killed on purpose here, as often as somebody asks for.
    mostStarts: Number.POSITIVE_INFINITY,
    onLost: (error) => {
      throw error
    },
  })
  await execute(server.url, `create database ${template}`)
  await migrate(addressOf(server.url, template))
  const cluster = await dataDirectory(server.url)
  return {
    place: { pid: readPidFile(cluster)?.pid ?? 0, dataFolder },
    newDatabase: async () => {
      const name = `chaos_${randomBytes(6).toString('hex')}`
      await execute(server.url, `create database ${name} template ${template}`)
      const url = addressOf(server.url, name)
      return { url, ...(await ensureLogins(url, null)) }
    },
    killAlone: async (signal) => {
      const before = readPidFile(cluster)?.pid
      if (before === undefined) throw new Error('there is no server to kill')
      process.kill(before, signal)
      for (;;) {
        const now = readPidFile(cluster)
        if (now !== undefined && now.pid !== before && now.ready) return
        await delay(10)
      }
    },
    stop: async () => {
      await server.stop()
      rmSync(dataFolder, { recursive: true, force: true })
      guard.kill('SIGKILL')
    },
  }
}

/** A process that takes the server down when this one ends without having done so, however it ends. */
function guardOf(dataFolder: string): ChildProcess {
  const guard = fork(fileURLToPath(new URL('./guard-program.ts', import.meta.url)), [dataFolder], {
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  guard.unref()
  guard.channel?.unref()
  return guard
}

/** Of runs that were killed together with their guards. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = new RegExp(`^${folderPrefix}(\\d+)-`).exec(name) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    const dataFolder = join(tmpdir(), name)
    await removeServer(dataFolder)
  }
}

function addressOf(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

async function execute(url: string, statement: string): Promise<void> {
  const owner = openDatabase({ url, role: 'owner', maxConnections: 1 })
  await sql.raw(statement).execute(owner.kysely)
  await owner.close()
}

async function dataDirectory(url: string): Promise<string> {
  const owner = openDatabase({ url, role: 'owner', maxConnections: 1 })
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(owner.kysely)
  await owner.close()
  return rows[0]?.data_directory ?? ''
}
