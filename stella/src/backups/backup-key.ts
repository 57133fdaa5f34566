import { existsSync, readFileSync } from 'node:fs'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { readOrMake } from '../secrets/kept-file.ts'

/**
 * The public key that backups are encrypted to: that of the settings, so that this machine cannot read its own backups;
 * or that of a key in the data folder, drawn when there is none.
 */
export async function backupRecipient(
  { backups }: Pick<Configuration, 'backups'>,
  { backupKeyFile }: Pick<DataFolder, 'backupKeyFile'>,
): Promise<string> {
  if (backups.recipient !== undefined) return backups.recipient
  const drawn = await generateX25519Identity()
  const identity = identityIn(
    readOrMake(backupKeyFile, () => drawn),
    backupKeyFile,
  )
  return identityToRecipient(identity)
}

/**
 * The secret key in a file, as age writes one: lines of comment, and one with the key.
 *
 * @throws ProgramFailure `backupKeyMissing`, `backupKeyUnusable`
 */
export function readIdentity(file: string): string {
  if (!existsSync(file)) throw new ProgramFailure('backupKeyMissing', [file])
  return identityIn(readFileSync(file, 'utf8'), file)
}

function identityIn(text: string, file: string): string {
  const identity = text.split(/\r?\n/).find((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (identity === undefined) throw new ProgramFailure('backupKeyUnusable', [file])
  return identity.trim()
}
