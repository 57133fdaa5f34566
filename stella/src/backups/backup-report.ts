import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What became of the backup that was taken last, beside the backups themselves. */
export interface BackupReport {
  readonly file: string
  /** ISO 8601: everything in it is as it was then. */
  readonly takenAt: string
  /** In bytes. */
  readonly size: number
  readonly rows: number
  readonly trial: BackupTrial
}

/** What the restore of it into a scratch database told. */
export type BackupTrial =
  | { readonly isRight: true; readonly at: string; readonly organizations: number; readonly invoices: number }
  | { readonly isRight: false; readonly at: string; readonly reason: string }

const name = 'latest.json'

export function readReport(folder: string): BackupReport | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as BackupReport
  } catch {
    return undefined
  }
}

/** A night and a half: one that was missed is told in the morning, and none that is only slow. */
const LATE_MS = 36 * 60 * 60 * 1_000

/** Whether there is a backup of the last night that could be restored as a trial. */
export function standingOfBackups(folder: string, now = new Date()): 'ok' | 'late' {
  const report = readReport(folder)
  const isRecent = report !== undefined && now.getTime() - Date.parse(report.takenAt) < LATE_MS
  return isRecent && report.trial.isRight ? 'ok' : 'late'
}

/** Whole or not at all. */
export function writeReport(folder: string, report: BackupReport): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const own = join(folder, `${name}.${process.pid}`)
  writeFileSync(own, JSON.stringify(report, null, 2), { mode: 0o600 })
  renameSync(own, join(folder, name))
}
