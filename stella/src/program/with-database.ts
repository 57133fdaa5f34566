import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import { type DataFolder, openDataFolder } from '../data-folder/data-folder.ts'
import { openLog } from '../log/log-file.ts'
import { type DatabaseServer, openDatabaseServer } from './database-server.ts'

/** Does one piece of work with the database, beside a running program or without one. */
export async function withDatabase(
  configuration: Configuration,
  work: (server: DatabaseServer, folder: DataFolder, log: Logger) => Promise<void>,
): Promise<void> {
  const folder = openDataFolder(configuration.dataFolder)
  const { log, close } = openLog(folder.logFile, configuration.logLevel)
  try {
    const server = await openDatabaseServer(configuration, folder, log)
    try {
      await work(server, folder, log)
    } finally {
      await server.stop()
    }
  } finally {
    close()
  }
}
