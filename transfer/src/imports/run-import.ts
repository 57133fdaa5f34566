import { changeImport, findImport, inOrganization } from '@stella/database'
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

/** Says that a file could not be read, once it was tried often enough; what is being added waits for a mended program. */
export async function giveUpReading({ database }: ImportParts, job: ImportJob): Promise<void> {
  await inOrganization(database, job.organizationId, (tx) =>
    changeImport(tx, job.importId, { from: ['reading'], to: 'refused' }, { cause: 'unexpected' }),
  )
}
