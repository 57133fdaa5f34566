import type { Log } from '@stella/bookkeeping'
import {
  type ActivityKindOf,
  announceActivities,
  changeExport,
  deleteExport,
  deleteExportParts,
  EXPORT_KEPT_DAYS,
  findExport,
  findProfile,
  inOrganization,
  type NewActivity,
  recordActivity,
  type StoredExport,
  saveExportPart,
  sumInvoices,
  type Transaction,
} from '@stella/database'
import { type ArchiveParts, writeArchive } from './write-archive.ts'

/** Which archive, as its job carries it. */
export type ExportJob = { readonly organizationId: string; readonly exportId: string }

export type ExportParts = ArchiveParts & { readonly log: Log; readonly now: () => Date }

/** As much as is kept in one row. */
const PART = 1_048_576

const DAY_MS = 86_400_000

/**
 * Makes an archive, or takes one away whose week is over. One that broke off is begun anew: an archive ends with the
 * list of all that is in it.
 *
 * @returns when its job is to be looked at again, to take it away; null where there is nothing to come back for
 */
export async function runExport(parts: ExportParts, job: ExportJob): Promise<Date | null> {
  const own = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(parts.database, job.organizationId, work)
  const wish = await own((tx) => findExport(tx, job.exportId))
  if (wish === undefined) return null
  if (wish.state !== 'making') {
    if (wish.expiresAt !== null && wish.expiresAt > parts.now()) return wish.expiresAt
    await own((tx) => deleteExport(tx, job.exportId))
    return null
  }
  const name = await own(async (tx) => {
    await deleteExportParts(tx, job.exportId)
    const { count } = await sumInvoices(tx, { from: wish.from, until: wish.until })
    await changeExport(tx, job.exportId, { invoicesDone: 0, invoicesTotal: wish.withDocuments ? count : 0 })
    return (await findProfile(tx)).name
  })
  const size = await keep(parts, job, wish, name)
  if (size === null) return null
  const expiresAt = new Date(parts.now().getTime() + EXPORT_KEPT_DAYS * DAY_MS)
  await own(async (tx) => {
    if (!(await changeExport(tx, job.exportId, { state: 'ready', size, expiresAt }))) return
    await recordActivity(tx, entryOf('export_made', job, wish, parts.now()))
  })
  void announceActivities(parts.database, job.organizationId)
  return expiresAt
}

/** Writes the archive down part by part, each with how far it is; null where it was taken away meanwhile. */
async function keep(
  parts: ExportParts,
  { exportId, organizationId }: ExportJob,
  wish: StoredExport,
  name: string,
): Promise<bigint | null> {
  let [size, position, invoicesDone] = [0n, 0, 0]
  let waiting: Buffer[] = []
  const flush = async () => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    return inOrganization(parts.database, organizationId, async (tx) => {
      if (!(await changeExport(tx, exportId, { invoicesDone }))) return false
      if (bytes.length > 0) await saveExportPart(tx, { exportId, position, bytes })
      position += 1
      size += BigInt(bytes.length)
      return true
    })
  }
  const archive = writeArchive(parts, { id: organizationId, name }, wish, () => {
    invoicesDone += 1
  })
  for await (const chunk of archive) {
    waiting.push(chunk as Buffer)
    if (waiting.reduce((sum, { length }) => sum + length, 0) >= PART && !(await flush())) return null
  }
  return (await flush()) ? size : null
}

/** Says that an archive could not be made, once it was tried often enough. */
export async function giveUpExport({ database, now }: ExportParts, job: ExportJob): Promise<void> {
  await inOrganization(database, job.organizationId, async (tx) => {
    await deleteExportParts(tx, job.exportId)
    const wish = await findExport(tx, job.exportId)
    if (wish === undefined || !(await changeExport(tx, job.exportId, { state: 'failed' }))) return
    await recordActivity(tx, entryOf('export_failed', job, wish, now()))
  })
  void announceActivities(database, job.organizationId)
}

/** Of the organization, so that an archive that was made since ends the failure of another. */
function entryOf(
  kind: ActivityKindOf<'export'>,
  { organizationId }: ExportJob,
  { from, requestedBy, until }: StoredExport,
  at: Date,
): NewActivity {
  return { kind, subjectId: organizationId, at, parameters: { from, until, by: requestedBy } }
}
