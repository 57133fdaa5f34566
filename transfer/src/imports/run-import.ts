import {
  announceActivities,
  changeImport,
  findImport,
  inOrganization,
  recordActivity,
} from '@stella/database'
import { applyImport } from './apply-import.ts'
import type { ImportJob, ImportParts, MayGoOn, Progress } from './import-work.ts'
import { readImport } from './read-import.ts'
import { undoImport } from './undo-import.ts'

/**
 * Does for an import what its state asks for. Whoever runs it may die at any point and another may begin: what is done
 * is written down with how far it is, in one transaction, and the guard of each step stands in the database.
 */
export async function runImport(parts: ImportParts, job: ImportJob, mayGoOn: MayGoOn): Promise<Progress> {
  const found = await inOrganization(parts.database, job.organizationId, (tx) => findImport(tx, job.importId))
  switch (found?.state) {
    case 'reading':
      return readImport(parts, job, found, mayGoOn)
    case 'applying':
      return applyImport(parts, job, found, mayGoOn)
    case 'undoing':
      return undoImport(parts, job, found, mayGoOn)
    default:
      return 'done'
  }
}

/** What each step comes to when it was tried often enough, and what is said of it. */
const givenUp = [
  { from: 'reading', to: 'refused', cause: 'unexpected' },
  { from: 'applying', to: 'halted', cause: 'adding_halted' },
  { from: 'undoing', to: 'halted', cause: 'undoing_halted' },
] as const

/**
 * Says that an import goes no further by itself, once it was tried often enough: a file that could not be read is refused,
 * and what was being added or taken back stands still where it is, until a person says how it goes on.
 */
export async function giveUpImport({ database, now }: ImportParts, job: ImportJob): Promise<void> {
  await inOrganization(database, job.organizationId, async (tx) => {
    for (const { cause, from, to } of givenUp) {
      const stopped = await changeImport(tx, job.importId, { from: [from], to }, { cause })
      if (stopped === null || to === 'refused') continue
      const parameters = { file: stopped.fileName, what: stopped.kind, by: stopped.requestedBy }
      await recordActivity(tx, { kind: 'import_stopped', subjectId: stopped.id, at: now(), parameters })
    }
  })
  void announceActivities(database, job.organizationId)
}
