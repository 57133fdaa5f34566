import type { Language } from '@stella/texts/screens'
import type { VatTreatment } from '../api/vat.ts'
import { formatEuro, formatQuantity } from '../format/amounts.ts'
import { readDecimal } from '../format/decimal.ts'
import { emptyLine, type LineField, type LineFields } from './fields.ts'
import { type Column, columnsByHeading, columnsByShape } from './paste-columns.ts'
import { unitNamed } from './units.ts'

/** Whether pasted text comes from a spreadsheet: more than one cell. Anything else is pasted as text. */
export function isSheet(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\s+$/, ''))
}

export type Pasted =
  | { readonly kind: 'filled'; readonly lines: LineFields[]; readonly filled: number }
  /** What the columns are is not certain, and a person says it. */
  | {
      readonly kind: 'unclear'
      readonly rows: readonly (readonly string[])[]
      readonly guess: readonly Column[]
    }

/**
 * Lays the cells of a spreadsheet over the lines of an invoice, from the field where they are pasted, adding lines
 * where they run out. Columns are what their headings say, or what their form leaves no doubt about; else they are
 * unclear, and nothing is filled. What a cell says and the form does not understand stays as it is, and blocks.
 */
export function pasteSheet(
  lines: readonly LineFields[],
  at: { line: number; field: LineField },
  text: string,
  language: Language,
): Pasted {
  const rows = rowsOf(text)
  const [first = [], ...rest] = rows
  const named = columnsByHeading(first, language)
  if (named !== null) return fill(lines, at.line, rest, named, language)
  const shaped = columnsByShape(rows, at.field, language)
  if (shaped !== null) return fill(lines, at.line, rows, shaped, language)
  const width = Math.max(...rows.map((row) => row.length))
  return { kind: 'unclear', rows, guess: Array.from({ length: width }, (_, index) => guessOf(index)) }
}

/** Lays rows over the lines, each cell in the field that its column is said to be. */
export function fill(
  lines: readonly LineFields[],
  from: number,
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  language: Language,
): Extract<Pasted, { kind: 'filled' }> {
  const result = [...lines]
  rows.forEach((row, offset) => {
    const place = from + offset
    const line = result[place] ?? emptyLine(result.at(-1))
    result[place] = fillLine(line, row, columns, language)
  })
  return { kind: 'filled', lines: result, filled: rows.length }
}

/** A place to begin choosing from: the first column is most often the description. */
function guessOf(index: number): Column {
  return index === 0 ? 'description' : 'nothing'
}

function rowsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((row) => row.split('\t').map((cell) => cell.trim()))
}

function fillLine(
  line: LineFields,
  row: readonly string[],
  columns: readonly Column[],
  language: Language,
): LineFields {
  const filled = { ...line }
  columns.forEach((column, index) => {
    const cell = row[index]
    if (cell === undefined || column === 'nothing') return
    if (column === 'unit' && unitNamed(cell) === undefined) return
    filled[column] = written(column, cell, line, language)
    if (column === 'vatTreatment' && cell !== '') filled.vatIsChosen = true
  })
  const unit = row[columns.indexOf('unit')] ?? ''
  const isUnderstood = unit === '' || unitNamed(unit) !== undefined
  return isUnderstood ? filled : { ...filled, description: `${filled.description} (${unit})` }
}

/** A number as the form writes it; what is not understood stays as it is, and the field will say so. */
function written(field: LineField, cell: string, line: LineFields, language: Language): string {
  if (field === 'description') return cell
  if (field === 'unit') return unitNamed(cell) ?? line.unit
  if (field === 'vatTreatment') return cell === '' ? line.vatTreatment : (treatmentOf(cell, language) ?? cell)
  const read = readDecimal(cell, language)
  if (read === undefined) return cell
  return field === 'quantity' ? formatQuantity(read, language) : formatEuro(read, language)
}

/** What people write in a column of VAT, without capitals, spaces and hyphens. */
const wordsForTreatment: Readonly<Record<string, VatTreatment>> = {
  hoog: 'high',
  high: 'high',
  laag: 'low',
  low: 'low',
  nul: 'zero',
  verlegd: 'reverse_charge',
  btwverlegd: 'reverse_charge',
  'verlegd21%': 'reverse_charge',
  reversecharge: 'reverse_charge',
  'verlegd9%': 'reverse_charge_low',
  verlegdlaag: 'reverse_charge_low',
  eulevering: 'eu_goods',
  iclevering: 'eu_goods',
  icl: 'eu_goods',
  intracommunautairelevering: 'eu_goods',
  eugoods: 'eu_goods',
  eudienst: 'eu_services',
  icdienst: 'eu_services',
  euservice: 'eu_services',
  export: 'outside_eu',
  uitvoer: 'outside_eu',
  buiteneu: 'outside_eu',
  vrijgesteld: 'exempt',
  vrijgesteldvanbtw: 'exempt',
  vrij: 'exempt',
  exempt: 'exempt',
  kor: 'small_business_scheme',
  kleineondernemersregeling: 'small_business_scheme',
}

/**
 * A rate in a spreadsheet is `21%`, `21`, the fraction `0,21`, or a word; undefined where it is none of ours. Another
 * percentage may be a rate of before or of another country: a person says which.
 */
function treatmentOf(cell: string, language: Language): VatTreatment | undefined {
  const word = wordsForTreatment[cell.toLowerCase().replace(/[\s.-]/g, '')]
  if (word !== undefined) return word
  const rate = readDecimal(cell.replace('%', ''), language)
  if (rate === '21' || rate === '0.21') return 'high'
  if (rate === '9' || rate === '0.09') return 'low'
  return rate === '0' ? 'zero' : undefined
}
