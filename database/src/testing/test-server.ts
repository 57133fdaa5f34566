import { rmSync } from 'node:fs'
import path from 'node:path'
import { type EmbeddedServer, startEmbeddedServer } from '../embedded-server/index.ts'
import { isAlive } from '../embedded-server/processes.ts'
import { ensureLogins } from '../logins/ensure-logins.ts'
import { migrate } from '../migrations/migrate.ts'
import { urlOfDatabase } from '../pools/database-url.ts'
import { withClient } from '../pools/with-client.ts'
import { dataFolders, makeDataFolder } from './data-folder.ts'

/** Every test database is a copy of this one. */
export const templateName = 'stella_template'

/** Where testDatabase() finds the server that the run of tests started. */
export const serverUrlVariable = 'STELLA_TEST_SERVER_URL'

export interface TestServer {
  /** Of the superuser. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts a server for one run of tests, in a temporary folder, with a migrated template database. It keeps
 * nothing through a power cut, which makes it quick; it tells the truth about everything else.
 */
export async function startTestServer(): Promise<TestServer> {
  await removeLeftovers()
  const folder = makeDataFolder(`${folderPrefix}${process.pid}-`)
  const server = await startIn(folder)
  await makeTemplate(server.url)
  process.env[serverUrlVariable] = server.url
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const folderPrefix = 'stella-tests-'

const startIn = (folder: string): Promise<EmbeddedServer> =>
  startEmbeddedServer({
    dataFolder: folder,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
      autovacuum: 'off',
    },
  })

/** A run that was killed leaves its server behind; joining and stopping that one is the orderly way to end it. */
async function removeLeftovers(): Promise<void> {
  for (const folder of dataFolders(folderPrefix)) {
    const [, pid] = /^stella-tests-(\d+)-/.exec(path.basename(folder)) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    try {
      await (await startIn(folder)).stop()
    } catch {
      // it never came as far as a server
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  await withClient(url, 'tests', (client) => client.query(`create database ${templateName}`))
  await migrate(urlOfDatabase(url, templateName))
  await ensureLogins(urlOfDatabase(url, templateName), null)
}
