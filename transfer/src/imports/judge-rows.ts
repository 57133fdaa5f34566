import {
  findKnownCustomers,
  findKnownProducts,
  firstRowsWithKeys,
  type ImportReading,
  type ImportRow,
  type StoredImport,
  type Transaction,
} from '@stella/database'
import { customerCells } from '../tables/customer-table.ts'
import { productCells } from '../tables/product-table.ts'
import { type DecimalMark, decimalMarks } from './decimals.ts'
import { type Conventions, cellsOfRow, type Judged, judgeRow, type Row } from './judge-row.ts'
import type { Cells, Known } from './known.ts'
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
  const candidatesOf = await knownOnes(
    tx,
    kind,
    read.map(({ cells }) => cells),
  )
  return read.map(({ cells, row }, at) => {
    const key = keys[at] ?? ''
    const earlier = first.get(key) ?? row.position
    const judged = judgeRow(kind, row, given, {
      candidates: candidatesOf(cells),
      twiceOf: earlier < row.position ? earlier : null,
    })
    const isCustomer = kind === 'customers'
    return {
      judged,
      row: {
        position: row.position,
        cells: row.cells as ImportRow['cells'],
        mended: row.mended as ImportRow['mended'],
        fate: judged.fate,
        problems: judged.problems,
        changes: judged.changes,
        name: (isCustomer ? cells.name : cells.description) ?? '',
        place: (isCustomer ? [cells.city, cells.email].find((text) => text) : cells.code) ?? '',
        key,
        targetId: judged.known?.id ?? null,
        targetRevision: null,
        before: null,
        outcome: null,
      },
    }
  })
}

function conventionsOf(reading: ImportReading | null): Conventions {
  const decimals: DecimalMark = decimalMarks.find((mark) => mark === reading?.decimals) ?? 'comma'
  return { decimals, vatTreatment: reading?.vatTreatment ?? null }
}

/** The ones of Stella that may be the same as some rows, read at once; which of them may be is asked by row. */
async function knownOnes(
  tx: Transaction,
  kind: StoredImport['kind'],
  rows: readonly Cells[],
): Promise<(cells: Cells) => readonly Known[]> {
  const said = (fields: readonly (keyof Cells)[]) => [
    ...new Set(
      rows.flatMap((cells) => fields.map((field) => cells[field] ?? '').filter((text) => text !== '')),
    ),
  ]
  const known: Known[] =
    kind === 'customers'
      ? (
          await findKnownCustomers(tx, {
            names: said(['name']),
            numbers: said(['kvkNumber', 'vatNumber']).flatMap((text) => [text, bare(text)]),
          })
        ).map((customer) => ({
          id: customer.id,
          revision: customer.revision,
          cells: customerCells(customer),
        }))
      : (await findKnownProducts(tx, { codes: said(['code']), descriptions: said(['description']) })).map(
          (product) => ({ id: product.id, revision: product.revision, cells: productCells(product) }),
        )
  const fields =
    kind === 'customers' ? (['name', 'kvkNumber', 'vatNumber'] as const) : (['code', 'description'] as const)
  const byWord = new Map<string, Known[]>()
  for (const one of known) {
    for (const field of fields) {
      const word = bare(one.cells[field] ?? '')
      if (word !== '') byWord.set(word, [...(byWord.get(word) ?? []), one])
    }
  }
  return (cells) => [...new Set(fields.flatMap((field) => byWord.get(bare(cells[field] ?? '')) ?? []))]
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\s.]/gu, '')
    .toUpperCase()
}
