import { resolve } from 'node:path'
import { type ComesBack, comesBack, markRestored } from '@stella/database'
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
      'end-keys': { type: 'boolean', description: words.endKeys },
    },
    run: ({ args }) =>
      withConfiguration(texts, async (configuration) => {
        const request = {
          file: resolve(args.file),
          key: args.key,
          isMoved: args.moved === true,
          endsKeys: args['end-keys'] === true,
        }
        const { back, rows, takenAt } = await restoreInto(configuration, request)
        const count = Object.values(rows).reduce((sum, each) => sum + each, 0)
        console.log(words.restored(takenAt.toISOString(), count))
        if (back !== null) sayWhoIsBack(back, texts)
        console.log(args.moved === true ? words.movedNext : words.restoredNext)
      }),
  })
}

/** Who was removed after the backup, and which keys were withdrawn, nobody knows: so all who may come in are named. */
function sayWhoIsBack({ endedKeys, keys, people }: ComesBack, { program: { backups: words } }: Texts): void {
  console.log(words.isBack(people.length, keys.length))
  for (const { email, organization, role } of people) console.log([email, role, organization].join('\t'))
  for (const { name, of, organization } of keys) console.log([words.keyOf(name, of), organization].join('\t'))
  console.log(endedKeys === null ? words.isBackNext : words.keysEnded(endedKeys))
}

/** Nobody else works on the data folder meanwhile. */
async function restoreInto(
  configuration: Configuration,
  {
    endsKeys,
    file,
    isMoved,
    key,
  }: { file: string; key: string | undefined; isMoved: boolean; endsKeys: boolean },
) {
  const folder = openDataFolder(configuration.dataFolder)
  const identity = readIdentity(key === undefined ? folder.backupKeyFile : resolve(key))
  const lock = await lockFolder(folder.path, folder.lockFile)
  const { log, close } = openLog(folder.logFile, configuration.logLevel)
  try {
    const parts = readBackup(file, [identity])
    let back: ComesBack | null = null
    const finish = async (client: Parameters<typeof markRestored>[0]) => {
      if (isMoved) return
      await markRestored(client, new Date())
      back = await comesBack(client, { endsKeys })
    }
    const restored = await restoreDatabase(configuration, folder, log, { parts, finish })
    log.info({ file, takenAt: restored.takenAt, isMoved }, 'restored')
    return { ...restored, back: back as ComesBack | null }
  } finally {
    close()
    lock.release()
  }
}
