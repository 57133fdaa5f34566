import { randomUUID } from 'node:crypto'
import { linkRelation } from '@stella/bookkeeping'
import {
  changeImport,
  countImportRows,
  deleteImportFile,
  type ImportRow,
  nextImportRows,
  recordActivity,
  type StoredImport,
  saveCustomers,
  saveImportRows,
  saveProducts,
  type Transaction,
  updateCustomer,
  updateProduct,
} from '@stella/database'
import type { CustomerContent, ProductContent } from '@stella/invoicing'
import { addHistory, FIRST_REVISION, reserveNumbersOf } from './apply-history.ts'
import type { RowCells } from './import-fields.ts'
import type { ImportJob, ImportParts, MayGoOn, Progress } from './import-work.ts'
import { type JudgedRow, judgeRows } from './judge-rows.ts'
import { workInBatches } from './work-in-batches.ts'

/** As many as are added in one transaction, with how far it is. */
const ROWS_AT_ONCE = 100

/**
 * Adds what is new, and changes what is known where that was wished. Each row is judged anew: what somebody added or
 * changed meanwhile is not overwritten by what was true when the file was read.
 */
export async function applyImport(
  parts: ImportParts,
  job: ImportJob,
  found: StoredImport,
  mayGoOn: MayGoOn,
): Promise<Progress> {
  if (found.kind === 'invoices' && found.rowsDone === 0) await reserveNumbersOf(parts, job, found)
  return workInBatches(parts, job, found, { doBatch: applyBatch, mayGoOn })
}

async function applyBatch(
  tx: Transaction,
  parts: ImportParts,
  found: StoredImport,
): Promise<StoredImport | null> {
  const { id, rowsDone } = found
  const fates = fatesOf(found)
  const rows = await nextImportRows(tx, id, { after: rowsDone, limit: ROWS_AT_ONCE, fates })
  const last = rows.at(-1)?.position
  if (last === undefined) return finish(tx, parts, found)
  const next = await changeImport(tx, id, { from: ['applying'], to: 'applying' }, { rowsDone: last })
  if (next === null) return null
  const placed = rows.map(({ cells, mended, position }) => ({
    position,
    cells: cells as RowCells,
    mended: mended as RowCells,
  }))
  const judged = await judgeRows(tx, found, placed)
  const added = await add(
    tx,
    found,
    judged.filter(({ judged: { fate } }) => fate === 'new'),
    parts.now(),
  )
  const written: ImportRow[] = []
  for (const it of judged) {
    const became = added.get(it.row.position)
    written.push(
      became === undefined
        ? await changeKnown(tx, parts, found, it)
        : { ...it.row, ...became, targetRevision: FIRST_REVISION, outcome: 'added' },
    )
  }
  await saveImportRows(tx, id, written)
  for (const row of written) await link(tx, parts, found, row)
  return next
}

/** Of what the books hold, those that Stella knows already are linked too. */
function fatesOf({ booksId, takeChanges }: StoredImport): readonly ImportRow['fate'][] {
  if (booksId !== null) return ['new', 'changed', 'same']
  return takeChanges ? ['new', 'changed'] : ['new']
}

/** A customer that came from the books is the relation it was there. */
async function link(tx: Transaction, { now }: ImportParts, { booksId, kind }: StoredImport, row: ImportRow) {
  const { relationCode: code = '', relationId = '' } = row.cells
  const id = Number(relationId)
  if (
    booksId === null ||
    kind !== 'customers' ||
    row.targetId === null ||
    code === '' ||
    !Number.isSafeInteger(id)
  )
    return
  await linkRelation(tx, { booksId, customerId: row.targetId, relation: { id, code }, at: now() })
}

/** Adds the new ones of a batch at once, and tells by position which each became. */
async function add(
  tx: Transaction,
  found: StoredImport,
  rows: readonly JudgedRow[],
  at: Date,
): Promise<ReadonlyMap<number, Pick<ImportRow, 'targetId' | 'before'>>> {
  const { kind } = found
  if (kind === 'invoices') return addHistory(tx, found, rows, at)
  const given = rows.map(({ judged, row }) => ({ id: randomUUID(), content: judged.content, row }))
  if (kind === 'customers') {
    await saveCustomers(
      tx,
      given.map(({ content, id }) => ({ id, content: content as CustomerContent })),
    )
  } else
    await saveProducts(
      tx,
      given.map(({ content, id }) => ({ id, content: content as ProductContent })),
    )
  return new Map(given.map(({ id, row }) => [row.position, { targetId: id, before: null }]))
}

async function changeKnown(
  tx: Transaction,
  parts: ImportParts,
  { kind, takeChanges }: StoredImport,
  { judged, row }: JudgedRow,
): Promise<ImportRow> {
  const { content, fate, known } = judged
  if (fate !== 'changed' || content === null || known === null || !takeChanges || kind === 'invoices')
    return row
  const changed = await write(tx, parts, kind, known, content as CustomerContent | ProductContent)
  return { ...row, targetRevision: changed.revision, before: known.cells, outcome: 'changed' }
}

/** Gives a known one another content, and tells the books. */
export async function write(
  tx: Transaction,
  { customerChanged, now }: ImportParts,
  kind: 'customers' | 'products',
  { id, revision }: { id: string; revision: number },
  content: CustomerContent | ProductContent,
): Promise<{ revision: number }> {
  if (kind === 'products') return updateProduct(tx, { id, revision, content: content as ProductContent })
  const changed = await updateCustomer(tx, { id, revision, content: content as CustomerContent })
  await customerChanged(tx, { customerId: id, now: now() })
  return changed
}

async function finish(
  tx: Transaction,
  { now }: ImportParts,
  found: StoredImport,
): Promise<StoredImport | null> {
  const at = now()
  const step = { from: ['applying'], to: 'applied' } as const
  const applied = await changeImport(tx, found.id, step, { rowsDone: 0, appliedAt: at })
  if (applied === null) return null
  const { added, updated } = await countImportRows(tx, found.id)
  await deleteImportFile(tx, found.id)
  await recordActivity(tx, {
    kind: 'import_applied',
    subjectId: found.id,
    at,
    parameters: { file: found.fileName, what: found.kind, added, changed: updated, by: found.requestedBy },
  })
  return applied
}
