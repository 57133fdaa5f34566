import {
  firstRowsWithKeys,
  type ImportReading,
  type ImportRow,
  type StoredImport,
  type Transaction,
} from '@stella/database'
import { dateOrders } from './dates.ts'
import { type DecimalMark, decimalMarks } from './decimals.ts'
import { judgeHistory } from './judge-history.ts'
import { type Conventions, cellsOfRow, type Judged, type JudgeOne, judgeRow, type Row } from './judge-row.ts'
import type { Cells } from './known.ts'
import { knownOnes } from './known-ones.ts'
import { keyOf } from './row-key.ts'

/** A row with where it stands. */
export type PlacedRow = Row & { readonly position: number }

/** What becomes of a row, with what is written down of it. */
export type JudgedRow = { readonly row: ImportRow; readonly judged: Judged }

/** Holds rows of one import beside what is in Stella now, and beside the earlier rows of the file. */
export async function judgeRows(
  tx: Transaction,
  { id, kind, reading }: StoredImport,
  rows: readonly PlacedRow[],
): Promise<JudgedRow[]> {
  const given = conventionsOf(reading)
  const read = rows.map((row) => ({ row, cells: cellsOfRow(kind, row, given) }))
  const keys = read.map(({ cells }) => keyOf(kind, cells).text)
  const first = new Map(await firstRowsWithKeys(tx, id, keys))
  rows.forEach(({ position }, at) => {
    const key = keys[at] ?? ''
    first.set(key, Math.min(first.get(key) ?? position, position))
  })
  const allCells = read.map(({ cells }) => cells)
  const judgeOne =
    kind === 'invoices'
      ? await judgeHistory(tx, allCells, given)
      : await judgeRegister(tx, kind, allCells, given)
  return read.map(({ cells, row }, at) => {
    const key = keys[at] ?? ''
    const earlier = first.get(key) ?? row.position
    const judged = judgeOne(cells, row, earlier < row.position ? earlier : null)
    return {
      judged,
      row: {
        position: row.position,
        cells: row.cells as ImportRow['cells'],
        mended: row.mended as ImportRow['mended'],
        fate: judged.fate,
        problems: judged.problems,
        changes: judged.changes,
        ...shortly(kind, cells),
        key,
        targetId: judged.known?.id ?? null,
        targetRevision: null,
        before: null,
        outcome: null,
      },
    }
  })
}

/** By what a row is known at a glance. */
function shortly(kind: StoredImport['kind'], cells: Cells): { name: string; place: string } {
  const [name, place] = {
    customers: [cells.name, [cells.city, cells.email].find((text) => text)],
    products: [cells.description, cells.code],
    invoices: [cells.number, cells.customer],
  }[kind]
  return { name: name ?? '', place: place ?? '' }
}

async function judgeRegister(
  tx: Transaction,
  kind: 'customers' | 'products',
  all: readonly Cells[],
  given: Conventions,
): Promise<JudgeOne> {
  const candidatesOf = await knownOnes(tx, kind, all)
  return (cells, row, twiceOf) => judgeRow(kind, row, given, { candidates: candidatesOf(cells), twiceOf })
}

/** How the cells of the file are read. */
export function conventionsOf(reading: ImportReading | null): Conventions {
  const decimals: DecimalMark = decimalMarks.find((mark) => mark === reading?.decimals) ?? 'comma'
  const dates = dateOrders.find((order) => order === reading?.dates) ?? 'day_first'
  return { decimals, dates, vatTreatment: reading?.vatTreatment ?? null, payment: reading?.payment ?? null }
}
