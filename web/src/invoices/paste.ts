import type { Language } from '@stella/texts'
import { formatEuro, formatQuantity } from '../format/amounts.ts'
import { readDecimal } from '../format/decimal.ts'
import { emptyLine, type LineField, type LineFields } from './fields.ts'

const columns: readonly LineField[] = ['description', 'quantity', 'unitPrice', 'vatTreatment']

/** Whether pasted text comes from a spreadsheet: more than one cell. Anything else is pasted as text. */
export function isSheet(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\s+$/, ''))
}

/**
 * Lays the cells of a spreadsheet over the lines of an invoice, from the field where they are pasted, adding
 * lines where they run out. One column goes down that field. Two columns in the description are a description
 * and a price; more are description, quantity, price, VAT. A row of headings is left out.
 * @returns the new lines and how many were filled
 */
export function pasteSheet(
  lines: readonly LineFields[],
  at: { line: number; field: LineField },
  text: string,
  language: Language,
): { lines: LineFields[]; filled: number } {
  const rows = rowsOf(text)
  const width = Math.max(...rows.map((row) => row.length))
  const fields = fieldsFor(at.field, width)
  const content = rows.filter((row, index) => index > 0 || !isHeading(row, fields, language))
  const result = [...lines]
  content.forEach((row, offset) => {
    const place = at.line + offset
    const line = result[place] ?? emptyLine(result.at(-1)?.vatTreatment)
    result[place] = fillLine(line, row, fields, language)
  })
  return { lines: result, filled: content.length }
}

function rowsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((row) => row.split('\t').map((cell) => cell.trim()))
}

function fieldsFor(first: LineField, width: number): readonly LineField[] {
  if (first === 'description' && width === 2) return ['description', 'unitPrice']
  return columns.slice(columns.indexOf(first))
}

function isHeading(row: string[], fields: readonly LineField[], language: Language): boolean {
  const numbers = fields
    .map((field, index) => ({ field, cell: row[index] ?? '' }))
    .filter(({ field, cell }) => (field === 'quantity' || field === 'unitPrice') && cell !== '')
  return (
    row.length > 1 &&
    numbers.length > 0 &&
    numbers.every(({ cell }) => readDecimal(cell, language) === undefined)
  )
}

function fillLine(
  line: LineFields,
  row: string[],
  fields: readonly LineField[],
  language: Language,
): LineFields {
  const filled = { ...line }
  fields.forEach((field, index) => {
    const cell = row[index]
    if (cell === undefined) return
    if (field === 'vatTreatment') filled.vatTreatment = treatmentOf(cell, language) ?? line.vatTreatment
    else filled[field] = field === 'description' ? cell : written(field, cell, language)
  })
  return filled
}

/** A number as the form writes it; what is no number stays as it is, and the field will say so. */
function written(field: 'quantity' | 'unitPrice', cell: string, language: Language): string {
  const read = readDecimal(cell, language)
  if (read === undefined) return cell
  return field === 'quantity' ? formatQuantity(read, language) : formatEuro(read, language)
}

/** A rate in a spreadsheet is `21%`, `21` or the fraction `0,21`. */
function treatmentOf(cell: string, language: Language): string | undefined {
  const rate = readDecimal(cell.replace('%', ''), language)
  if (rate === '21' || rate === '0.21') return 'high'
  if (rate === '9' || rate === '0.09') return 'low'
  return rate === '0' ? 'zero' : undefined
}
