import {
  changeImport,
  deleteImportRows,
  importFile,
  inOrganization,
  mendedOf,
  type StoredImport,
  saveImportRows,
} from '@stella/database'
import { FileFailure } from '../files/file-failure.ts'
import { fetchRegister } from './fetch-register.ts'
import { type ImportField, isImportField, type RowCells } from './import-fields.ts'
import type { ImportJob, ImportParts, MayGoOn, Progress } from './import-work.ts'
import { joinLine } from './join-lines.ts'
import { judgeRows, type PlacedRow } from './judge-rows.ts'
import { openFile } from './recognize-file.ts'

/** As many rows as are held beside what is in Stella at once, and kept before it is told how far it is. */
const ROWS_AT_ONCE = 500

/** More customers or products than any small business has, and an end to what one may ask of the others. */
const MOST_ROWS = 250_000

/** More in a cell is no field of ours, whatever it is; what is longer than its field is told as such. */
const LONGEST_CELL = 5_000

/**
 * Reads the file of an import and says of each row what it would become. It goes on after the last row that was kept,
 * so that whoever dies halfway loses nothing.
 */
export async function readImport(
  parts: ImportParts,
  job: ImportJob,
  found: StoredImport,
  mayGoOn: MayGoOn,
): Promise<Progress> {
  try {
    return await readRows(parts, job, found, mayGoOn)
  } catch (error) {
    if (!(error instanceof FileFailure)) throw error
    await inOrganization(parts.database, job.organizationId, (tx) =>
      changeImport(
        tx,
        job.importId,
        { from: ['reading'], to: 'refused', revision: found.revision },
        { cause: error.code },
      ),
    )
    return 'done'
  }
}

async function readRows(
  parts: ImportParts,
  job: ImportJob,
  found: StoredImport,
  mayGoOn: MayGoOn,
): Promise<Progress> {
  const { database } = parts
  await fetchRegister(parts, job, found)
  const { reading, rows } = await openFile(parts, job, found, () =>
    importFile(database, job.organizationId, job.importId),
  )
  const current = { ...found, reading }
  let done = found.rowsDone
  let last = 0
  const keep = async (batch: readonly PlacedRow[], position: number) => {
    const isKept = await keepRows(parts, job, current, batch, position)
    done = position
    return isKept
  }
  let batch: (PlacedRow & { cells: RowCells })[] = []
  for await (const row of rows) {
    last += 1
    if (last <= Math.max(done, reading.headerRow)) continue
    if (last > MOST_ROWS) throw new FileFailure('too_many_rows')
    const cells = cellsOf(current, row)
    const before = batch.at(-1)
    const joined = cells === null || before === undefined ? null : joinLine(current, before.cells, cells)
    if (joined !== null && before !== undefined) before.cells = joined
    else if (cells !== null) {
      // A batch ends before a row of something else, so that the rows of one invoice are never torn apart.
      if (batch.length >= ROWS_AT_ONCE) {
        if (!(await keep(batch, last - 1))) return 'done'
        if (!mayGoOn()) return 'more'
        batch = []
      }
      batch.push({ position: last, cells, mended: {} })
    }
  }
  if (!(await keep(batch, Math.max(last, done)))) return 'done'
  await inOrganization(database, job.organizationId, async (tx) => {
    await deleteImportRows(tx, job.importId, last)
    await changeImport(
      tx,
      job.importId,
      { from: ['reading'], to: 'ready', revision: found.revision },
      { cause: null },
    )
  })
  return 'done'
}

/** Writes a batch and how far it is in one go; false where a person wished something else meanwhile. */
function keepRows(
  { database }: ImportParts,
  { importId, organizationId }: ImportJob,
  current: StoredImport,
  batch: readonly PlacedRow[],
  position: number,
): Promise<boolean> {
  return inOrganization(database, organizationId, async (tx) => {
    const { reading, revision } = current
    const step = { from: ['reading'], to: 'reading', revision } as const
    const kept = await changeImport(tx, importId, step, { rowsDone: position, ...(reading && { reading }) })
    if (kept === null) return false
    const mended = await mendedOf(
      tx,
      importId,
      batch.map((row) => row.position),
    )
    const rows = batch.map((row) => ({ ...row, mended: (mended.get(row.position) ?? {}) as RowCells }))
    const judged = await judgeRows(tx, current, rows)
    await saveImportRows(
      tx,
      importId,
      judged.map(({ row }) => row),
    )
    return true
  })
}

/** The cells of a row by their field; null of one that is empty, or repeats the titles. */
function cellsOf({ kind, reading }: StoredImport, row: readonly string[]): RowCells | null {
  const { fields = [], titles = [] } = reading ?? {}
  if (row.every((cell) => cell.trim() === '')) return null
  if (titles.every((title, at) => (row[at] ?? '').trim() === title)) return null
  const cells: Partial<Record<ImportField, string>> = {}
  fields.forEach((field, at) => {
    // A zero byte is no character of a text, and the database takes none.
    const text = (row[at] ?? '').replaceAll('\0', '').slice(0, LONGEST_CELL)
    if (field !== null && isImportField(kind, field)) cells[field] = text.toWellFormed()
  })
  return cells
}
