import { resolve } from 'node:path'
import { markRestored } from '@stella/database'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { readBackup } from '../backups/backup-file.ts'
import { readIdentity } from '../backups/backup-key.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { openDataFolder } from '../data-folder/data-folder.ts'
import { lockFolder } from '../data-folder/lock.ts'
import { openLog } from '../log/log-file.ts'
import { restoreDatabase } from '../program/restore-database.ts'
import { withConfiguration } from './with-configuration.ts'

/** `restore <file> [--key …] [--moved]`: fills an empty installation with a backup. */
export const restore = (texts: Texts) => {
  const words = texts.program.backups
  return defineCommand({
    meta: { name: 'restore', description: words.restore },
    args: {
      file: { type: 'positional', required: true, description: words.file },
      key: { type: 'string', description: words.key },
      moved: { type: 'boolean', description: words.moved },
    },
    run: ({ args }) =>
      withConfiguration(texts, async (configuration) => {
        const request = { file: resolve(args.file), key: args.key, isMoved: args.moved === true }
        const { rows, takenAt } = await restoreInto(configuration, request)
        const count = Object.values(rows).reduce((sum, each) => sum + each, 0)
        console.log(words.restored(takenAt.toISOString(), count))
        console.log(args.moved === true ? words.movedNext : words.restoredNext)
      }),
  })
}

/** Nobody else works on the data folder meanwhile. */
async function restoreInto(
  configuration: Configuration,
  { file, isMoved, key }: { file: string; key: string | undefined; isMoved: boolean },
) {
  const folder = openDataFolder(configuration.dataFolder)
  const identity = readIdentity(key === undefined ? folder.backupKeyFile : resolve(key))
  const lock = await lockFolder(folder.path, folder.lockFile)
  const { log, close } = openLog(folder.logFile, configuration.logLevel)
  try {
    const parts = readBackup(file, [identity])
    const finish = isMoved
      ? undefined
      : (client: Parameters<typeof markRestored>[0]) => markRestored(client, new Date())
    const restored = await restoreDatabase(configuration, folder, log, { parts, finish })
    log.info({ file, takenAt: restored.takenAt, isMoved }, 'restored')
    return restored
  } finally {
    close()
    lock.release()
  }
}
