import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { identityOf, type ProcessIdentity, stillRuns } from './process-identity.ts'

/** Where a Stella that runs on this data folder is to be found, for commands beside it. */
export interface RunningPlaces {
  /** What people type into a browser. */
  address: string
  /** The screens of its sandbox; undefined where it books at a service of someone else. */
  sandboxUrl?: string
  /** The names of the sealing keys it works with, the first one first. */
  sealingKeys?: string[]
}

/** Notes it whole or not at all; the note is gone or void as soon as this process is. */
export function noteRunning(file: string, places: RunningPlaces): void {
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify({ ...identityOf(process.pid), ...places }), { mode: 0o600 })
  renameSync(own, file)
}

export function forgetRunning(file: string): void {
  rmSync(file, { force: true })
}

/** Undefined when no Stella runs on the data folder. */
export function findRunning(file: string): RunningPlaces | undefined {
  try {
    const { pid, startedAt, ...places } = JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity &
      RunningPlaces
    return stillRuns({ pid, startedAt }) ? places : undefined
  } catch {
    return undefined
  }
}
