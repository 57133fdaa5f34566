import { join } from 'node:path'
import { migrate, startEmbeddedServer } from '@stella/database'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { type DataPlace, failureOfDatabase, placeOfUrl } from '../failures/of-database.ts'

export interface DatabaseServer {
  /** As a user that may migrate. */
  url: string
  place: DataPlace
  /** Ends the embedded server; a server of someone else is left alone. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL, or uses the one in the settings, and brings its tables up to this version.
 * @throws ProgramFailure for what a person can mend
 */
export async function openDatabaseServer(
  configuration: Configuration,
  folder: DataFolder,
  log: Logger,
): Promise<DatabaseServer> {
  const { databaseUrl } = configuration
  const place: DataPlace =
    databaseUrl === undefined
      ? { name: folder.path, folder: folder.path, logFile: join(folder.path, 'postgresql', 'postgresql.log') }
      : { name: placeOfUrl(databaseUrl), logFile: folder.logFile }
  try {
    const server = databaseUrl === undefined ? await embedded(folder, log) : external(databaseUrl)
    try {
      const applied = await migrate(server.url)
      log.info({ database: place.name, applied }, 'database ready')
    } catch (error) {
      await server.stop()
      throw error
    }
    return { ...server, place }
  } catch (error) {
    log.error({ err: error }, 'database not ready')
    throw failureOfDatabase(error, place)
  }
}

async function embedded(folder: DataFolder, log: Logger): Promise<Omit<DatabaseServer, 'place'>> {
  const server = await startEmbeddedServer({
    dataFolder: folder.path,
    log: (line) => log.info({ part: 'database' }, line),
  })
  return { url: server.url, stop: () => server.stop() }
}

function external(url: string): Omit<DatabaseServer, 'place'> {
  return { url, stop: async () => {} }
}
