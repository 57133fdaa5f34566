import { columnNames, plainName, withoutPrefix } from './column-names.ts'
import type { ImportField, ImportKind } from './import-fields.ts'
import { programOf } from './programs.ts'

/** The columns of a file: their titles, which field each is (null where it is left out), and who made it. */
export type Columns = {
  /** The row in which the titles stand, counted from 1. */
  readonly headerRow: number
  readonly titles: readonly string[]
  readonly fields: readonly (ImportField | null)[]
  readonly program: string | null
}

/** Further down nobody puts the titles. */
const HEADER_WITHIN_ROWS = 10

/**
 * Finds the row of titles and what each column is. Above it may stand a title of the sheet, a date or nothing. Null
 * where no row has two titles that are known: then the first row that has two cells is taken for it, if any has.
 */
export function recognizeColumns(kind: ImportKind, rows: readonly (readonly string[])[]): Columns | null {
  const first = rows.slice(0, HEADER_WITHIN_ROWS)
  const known = first.map((row) => fieldsOf(kind, row).filter((field) => field !== null).length)
  const best = known.indexOf(Math.max(...known))
  const at = (known[best] ?? 0) >= 2 ? best : first.findIndex((row) => filled(row) >= 2)
  const titles = rows[at]
  if (titles === undefined) return null
  return {
    headerRow: at + 1,
    titles: titles.map((title) => title.trim()),
    fields: fieldsOf(kind, titles),
    program: programOf(kind, titles.map(plainName)),
  }
}

/** The field of each column; where two have the same name, the first is it. */
function fieldsOf(kind: ImportKind, titles: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  return titles.map((title) => {
    const field = columnNames[kind].get(withoutPrefix(plainName(title)))
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length
}
