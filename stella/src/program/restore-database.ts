import { type BackupPart, copyIn, type Restored } from '@stella/database'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { withServer } from './database-server.ts'

/**
 * Fills the database of the settings, or the embedded one, with a backup.
 *
 * @param finish as of copyIn()
 * @throws ProgramFailure for what a person can mend
 */
export function restoreDatabase(
  configuration: Configuration,
  folder: DataFolder,
  log: Logger,
  { parts, finish }: { parts: AsyncIterable<BackupPart>; finish: Parameters<typeof copyIn>[2] },
): Promise<Restored> {
  return withServer(configuration, folder, log, undefined, async (server) => {
    const restored = await copyIn(server.ownerUrl, parts, finish)
    await server.stop()
    return restored
  })
}
