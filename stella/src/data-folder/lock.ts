import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ProgramFailure, systemCodeOf } from '../failures/program-failure.ts'
import { identityOf, type ProcessIdentity, stillRuns } from './process-identity.ts'

export interface FolderLock {
  release(): void
}

/**
 * Claims a data folder for this process. A lock left by a killed process is taken over. A holder that is just
 * stopping is waited for, since a person may start again at once.
 * @throws ProgramFailure dataFolderInUse when another process still holds it after `patienceMs`.
 */
export async function lockFolder(folder: string, lockFile: string, patienceMs = 4000): Promise<FolderLock> {
  const mine = identityOf(process.pid) ?? { pid: process.pid, startedAt: '' }
  const deadline = Date.now() + patienceMs
  for (;;) {
    const holder = claim(lockFile, mine)
    if (holder === 'claimed') return { release: () => release(lockFile, mine) }
    if (holder !== 'taken over' && Date.now() >= deadline) {
      throw new ProgramFailure('dataFolderInUse', [folder, holder.pid])
    }
    if (holder !== 'taken over') await sleep(100)
  }
}

/** Linking a finished file is atomic: of two processes that try at once one succeeds, and nobody reads half a lock. */
function claim(lockFile: string, mine: ProcessIdentity): 'claimed' | 'taken over' | ProcessIdentity {
  const own = `${lockFile}.${mine.pid}`
  writeFileSync(own, JSON.stringify(mine), { mode: 0o600 })
  try {
    linkSync(own, lockFile)
    return 'claimed'
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
  const holder = holderOf(lockFile)
  if (holder && stillRuns(holder)) return holder
  removeLeftover(lockFile, mine, holder)
  return 'taken over'
}

function holderOf(lockFile: string): ProcessIdentity | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(lockFile, 'utf8')) as Partial<ProcessIdentity>
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined
  } catch {
    return undefined
  }
}

/** Moves the leftover aside first: if another process has put its own lock there meanwhile, that one goes back. */
function removeLeftover(lockFile: string, mine: ProcessIdentity, judged: ProcessIdentity | undefined): void {
  const aside = `${lockFile}.left.${mine.pid}`
  try {
    renameSync(lockFile, aside)
  } catch {
    return
  }
  const moved = holderOf(aside)
  const other = moved !== undefined && (moved.pid !== judged?.pid || moved.startedAt !== judged.startedAt)
  if (other && stillRuns(moved)) {
    try {
      linkSync(aside, lockFile)
    } catch {
      // A third process claimed the folder in between; its claim stands and ours is tried again.
    }
  }
  rmSync(aside, { force: true })
}

function release(lockFile: string, mine: ProcessIdentity): void {
  const holder = holderOf(lockFile)
  if (holder?.pid === mine.pid && holder.startedAt === mine.startedAt) rmSync(lockFile, { force: true })
}
