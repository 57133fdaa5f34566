import { join } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'

/** Where backups are kept: that of the settings, or one in the data folder for those taken by hand. */
export function backupFolder(
  { backups }: Pick<Configuration, 'backups'>,
  { path }: Pick<DataFolder, 'path'>,
): string {
  return backups.folder ?? join(path, 'backups')
}
