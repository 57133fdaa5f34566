import {
  changeImport,
  countImportRows,
  DatabaseError,
  deleteHistory,
  type ImportRow,
  nextImportRows,
  recordActivity,
  type StoredImport,
  saveImportRows,
  type Transaction,
  takeBack,
} from '@stella/database'
import { validateCustomer, validateProduct } from '@stella/invoicing'
import { type CustomerCells, customerInput } from '../tables/customer-table.ts'
import { type ProductCells, productInput } from '../tables/product-table.ts'
import { takeCustomersBack } from './apply-history.ts'
import { write } from './apply-import.ts'
import type { ImportJob, ImportParts, MayGoOn, Progress } from './import-work.ts'
import { workInBatches } from './work-in-batches.ts'

/** As many as are taken back in one transaction, with how far it is. */
const ROWS_AT_ONCE = 200

/** Takes back what an import added and changed, as far as nobody built on it or changed it since. */
export function undoImport(
  parts: ImportParts,
  job: ImportJob,
  found: StoredImport,
  mayGoOn: MayGoOn,
): Promise<Progress> {
  return workInBatches(parts, job, found, { doBatch: undoBatch, mayGoOn })
}

async function undoBatch(
  tx: Transaction,
  parts: ImportParts,
  found: StoredImport,
): Promise<StoredImport | null> {
  const { id, kind, rowsDone } = found
  const outcomes = ['added', 'changed'] as const
  const rows = await nextImportRows(tx, id, { after: rowsDone, limit: ROWS_AT_ONCE, outcomes })
  const last = rows.at(-1)?.position
  if (last === undefined) return finish(tx, parts, found)
  const next = await changeImport(tx, id, { from: ['undoing'], to: 'undoing' }, { rowsDone: last })
  if (next === null) return null
  const added = rows.filter(({ outcome }) => outcome === 'added').flatMap(revisionOf)
  const gone =
    kind === 'invoices'
      ? await deleteHistory(
          tx,
          added.map((it) => it.id),
        )
      : await takeBack(tx, kind, added)
  const written: ImportRow[] = []
  for (const row of rows) {
    const isBack =
      row.outcome === 'added' || kind === 'invoices'
        ? gone.has(row.targetId ?? '')
        : await restore(tx, parts, kind, row)
    written.push({ ...row, outcome: isBack ? 'taken_back' : 'kept' })
  }
  await saveImportRows(tx, id, written)
  return next
}

function revisionOf({ targetId, targetRevision }: ImportRow): { id: string; revision: number }[] {
  return targetId === null || targetRevision === null ? [] : [{ id: targetId, revision: targetRevision }]
}

/** Gives a known one back what it said; false where somebody changed it since. */
async function restore(
  tx: Transaction,
  parts: ImportParts,
  kind: 'customers' | 'products',
  row: ImportRow,
): Promise<boolean> {
  const [known] = revisionOf(row)
  const before = row.before ?? {}
  const content =
    kind === 'customers'
      ? validateCustomer(customerInput(before as Partial<CustomerCells>))
      : validateProduct(productInput(before as Partial<ProductCells>))
  if (known === undefined || !content.ok) return false
  try {
    await write(tx, parts, kind, known, content.value)
    return true
  } catch (error) {
    if (error instanceof DatabaseError && (error.code === 'revision_conflict' || error.code === 'not_found'))
      return false
    throw error
  }
}

async function finish(
  tx: Transaction,
  { now }: ImportParts,
  found: StoredImport,
): Promise<StoredImport | null> {
  const undone = await changeImport(tx, found.id, { from: ['undoing'], to: 'undone' }, { rowsDone: 0 })
  if (undone === null) return null
  if (found.kind === 'invoices') await takeCustomersBack(tx, found.id)
  const { kept, takenBack } = await countImportRows(tx, found.id)
  await recordActivity(tx, {
    kind: 'import_undone',
    subjectId: found.id,
    at: now(),
    parameters: { file: found.fileName, what: found.kind, takenBack, kept, by: found.requestedBy },
  })
  return undone
}
