import { type Repeated, repeat, systemClock } from '@stella/bookkeeping'
import { addDays, instantInAmsterdam, todayInAmsterdam } from '@stella/invoicing'
import { readReport } from './backup-report.ts'
import { type BackupParts, takeBackup } from './take-backup.ts'

/** The hour of Amsterdam from which the backup of a night is due: after the mails of the day, before anybody works. */
const HOUR = 3
/** So often it is looked whether one is due: after a machine was off, one is taken soon. */
const LOOK_EVERY_MS = 10 * 60 * 1_000

/**
 * Takes a backup every night, or as soon as there is none of the last night. Of several processes with one folder, one
 * takes it.
 */
export function startNightlyBackups(parts: BackupParts): Repeated {
  return repeat(
    async () => {
      await parts.server.oneAtATime('nightly backups', () => takeWhenDue(parts))
    },
    {
      clock: systemClock,
      everyMs: LOOK_EVERY_MS,
      onFailure: (error) => parts.log.error({ err: error }, 'no backup was taken'),
    },
  )
}

async function takeWhenDue(parts: BackupParts): Promise<void> {
  const taken = readReport(parts.folder)?.takenAt
  if (isDue(taken === undefined ? null : new Date(taken), new Date())) await takeBackup(parts)
}

/** Whether the backup of the last night is not there. */
export function isDue(takenAt: Date | null, now: Date): boolean {
  if (takenAt === null) return true
  const today = todayInAmsterdam(now)
  const tonight = instantInAmsterdam(today, HOUR)
  return takenAt < (now < tonight ? instantInAmsterdam(addDays(today, -1), HOUR) : tonight)
}
