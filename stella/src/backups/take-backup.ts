import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupPart } from '@stella/database'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Logger } from 'pino'
import type { DatabaseServer } from '../program/database-server.ts'
import { writeBackup } from './backup-file.ts'
import { type BackupReport, writeReport } from './backup-report.ts'
import { expiredBackups, type KeptBackup } from './retention.ts'
import { tryBackup } from './try-backup.ts'

export interface BackupParts {
  readonly server: DatabaseServer
  /** Where backups are kept. */
  readonly folder: string
  /** The public key they are encrypted to. */
  readonly recipient: string
  readonly log: Logger
}

const nameOf = (takenAt: Date) => `stella-${takenAt.toISOString().replaceAll(/[:.]/g, '')}.backup.age`
const named = /^stella-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.backup\.age$/

/**
 * Takes a backup, restores it into a scratch database and looks whether everything is right there, reports both, and
 * only then removes those that need not be kept any longer.
 *
 * It can be read with the operator's key, and for the trial with one that is drawn for it and then forgotten: so the
 * very file is tried, also where the operator's key is on no machine of Stella's.
 */
export async function takeBackup({ folder, log, recipient, server }: BackupParts): Promise<BackupReport> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeUnfinished(folder)
  const once = await generateX25519Identity()
  const recipients = [recipient, await identityToRecipient(once)]
  const file = join(folder, nameOf(new Date()))
  const tally = { takenAt: '', rows: 0 }
  const size = await writeBackup(tallied(server.copyOut(), tally), { file, recipients })
  const trial = await tryBackup(server, file, once)
  const report = { file, size, ...tally, trial }
  writeReport(folder, report)
  log[trial.isRight ? 'info' : 'error'](
    { ...report },
    trial.isRight ? 'backup taken and tried' : 'backup not right',
  )
  if (trial.isRight) for (const { file: old } of expiredBackups(listBackups(folder), new Date())) rmSync(old)
  return report
}

async function* tallied(
  parts: AsyncIterable<BackupPart>,
  tally: { takenAt: string; rows: number },
): AsyncGenerator<BackupPart> {
  for await (const part of parts) {
    if (part.kind === 'begin') tally.takenAt = part.takenAt
    if (part.kind === 'rows') tally.rows += part.rows.length
    yield part
  }
}

/** Whole ones only. */
export function listBackups(folder: string): KeptBackup[] {
  return readdirSync(folder).flatMap((name) => {
    const [, day, hour, minute, second, rest] = named.exec(name) ?? []
    if (day === undefined) return []
    return [{ file: join(folder, name), takenAt: new Date(`${day}T${hour}:${minute}:${second}.${rest}Z`) }]
  })
}

/** What a killed process left: another that is at work right now loses its file, says so, and leaves none. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.age.part')) rmSync(join(folder, name))
}
