import { announceActivities, inOrganization, type StoredImport, type Transaction } from '@stella/database'
import type { ImportJob, ImportParts, MayGoOn, Progress } from './import-work.ts'

/** One batch: the import as it is then; null when somebody brought it into another state meanwhile. */
type DoBatch = (tx: Transaction, parts: ImportParts, found: StoredImport) => Promise<StoredImport | null>

/**
 * Does a batch after another, each in a transaction of its own, until the import is no longer in the state in which
 * there is this work. Then open pages hear that the log grew.
 */
export async function workInBatches(
  parts: ImportParts,
  job: ImportJob,
  found: StoredImport,
  { doBatch, mayGoOn }: { doBatch: DoBatch; mayGoOn: MayGoOn },
): Promise<Progress> {
  const { state } = found
  let current: StoredImport | null = found
  while (current?.state === state) {
    const importNow: StoredImport = current
    current = await inOrganization(parts.database, job.organizationId, (tx) => doBatch(tx, parts, importNow))
    if (!mayGoOn()) return 'more'
  }
  void announceActivities(parts.database, job.organizationId)
  return 'done'
}
