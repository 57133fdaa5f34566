import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { backupFolder } from '../backups/backup-folder.ts'
import { backupRecipient } from '../backups/backup-key.ts'
import { takeBackup } from '../backups/take-backup.ts'
import { withDatabase } from '../program/with-database.ts'
import { withConfiguration } from './with-configuration.ts'

/** `backup`: takes one, tries it, and ends with 1 when it is not right. */
export const backup = (texts: Texts) => {
  const words = texts.program.backups
  return defineCommand({
    meta: { name: 'backup', description: words.backup },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withDatabase(configuration, async (server, folder, log) => {
          const recipient = await backupRecipient(configuration, folder)
          const parts = { server, folder: backupFolder(configuration, folder), recipient, log }
          const { file, rows, size, trial } = await takeBackup(parts)
          console.log(words.taken(file, rows, size))
          if (trial.isRight) console.log(words.tried(trial.organizations, trial.invoices))
          else {
            console.error(words.notRight(trial.reason))
            process.exitCode = 1
          }
          console.log(
            configuration.backups.recipient === undefined
              ? words.keepKey(folder.backupKeyFile)
              : words.keysApart,
          )
        }),
      ),
  })
}
