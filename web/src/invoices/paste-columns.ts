import type { Language } from '@stella/texts/screens'
import { comparable } from '../format/comparable.ts'
import { readDecimal } from '../format/decimal.ts'
import type { LineField } from './fields.ts'

/** What a column of a spreadsheet can be: a field of a line, or nothing. A unit that is none of ours goes with the description. */
export type Column = Exclude<LineField, 'vatRate'> | 'nothing'

/** In the order in which they are offered. */
export const columns: readonly Column[] = [
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'vatTreatment',
  'nothing',
]

/** What people write above a column, without accents, capitals and what stands between brackets. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['vatTreatment', /^(btw|vat|tax|tarief btw)\b/],
  [
    'nothing',
    /^(totaal|total|bedrag|amount|subtotaal|subtotal|regeltotaal|line total|datum|date|nr|no|#|pos)\b/,
  ],
  ['description', /^(omschrijving|beschrijving|description|product|artikel|item|dienst|service|werk|wat)\b/],
  ['quantity', /^(aantal|uren|uur|hoeveelheid|qty|quantity|hours|stuks)\b/],
  ['unit', /^(eenheid|unit|per|st\.?)$/],
  ['unitPrice', /^(stuks?prijs|eenheidsprijs|prijs|tarief|uurtarief|price|rate|unit price|a)\b/],
]

/** What a cell says by itself; `text` is anything else, `percent` is a number with a per cent sign. */
type Kind = 'empty' | 'number' | 'percent' | 'unit' | 'text'

const units =
  /^(uur|uren|u|st|stk|stuk|stuks|dag|dagen|m|m2|m²|m3|m³|km|kg|l|liter|set|maand|maanden|x|hour|hours|pcs|piece|day|days)\.?$/i

/**
 * Which columns the headings name; null where the row is none, or names not even a description or a price. A number
 * in it means that it is no heading.
 */
export function columnsByHeading(row: readonly string[], language: Language): Column[] | null {
  if (row.some((cell) => readDecimal(cell, language) !== undefined)) return null
  const columns = row.map(columnNamed)
  const named = columns.filter((column) => column !== null && column !== 'nothing')
  if (named.length < 2 || new Set(named).size < named.length) return null
  return columns.map((column) => column ?? 'nothing')
}

function columnNamed(heading: string): Column | null {
  const word = comparable(heading)
    .replace(/\(.*?\)/g, '')
    .trim()
  return headings.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/**
 * Which columns rows without headings have, from the field they are pasted in; null where that is not certain. One
 * column goes down its field; a text and a number are a description and a price, with one more number before it the
 * quantity, and a unit may stand in between. A last column is VAT only where every cell says so itself.
 */
export function columnsByShape(
  rows: readonly (readonly string[])[],
  first: LineField,
  language: Language,
): Column[] | null {
  const width = Math.max(...rows.map((row) => row.length))
  if (first === 'vatRate') return null
  if (width === 1) return [first]
  const kinds = Array.from({ length: width }, (_, index) => kindOfColumn(rows, index, language))
  const shape = kinds.join(' ')
  if (first === 'description') return shapesOfLine[shape] ?? null
  if (first === 'quantity') return shapesOfFigures[shape] ?? null
  return first === 'unitPrice' && shape === 'number vat' ? ['unitPrice', 'vatTreatment'] : null
}

const shapesOfLine: Readonly<Record<string, Column[]>> = {
  'text number': ['description', 'unitPrice'],
  'text number number': ['description', 'quantity', 'unitPrice'],
  'text number unit number': ['description', 'quantity', 'unit', 'unitPrice'],
  'text number vat': ['description', 'unitPrice', 'vatTreatment'],
  'text number number vat': ['description', 'quantity', 'unitPrice', 'vatTreatment'],
  'text number unit number vat': ['description', 'quantity', 'unit', 'unitPrice', 'vatTreatment'],
}

const shapesOfFigures: Readonly<Record<string, Column[]>> = {
  'number number': ['quantity', 'unitPrice'],
  'number unit number': ['quantity', 'unit', 'unitPrice'],
  'number number vat': ['quantity', 'unitPrice', 'vatTreatment'],
}

/** After the price a column of words or percentages is about VAT; a bare number may as well be an amount. */
function kindOfColumn(rows: readonly (readonly string[])[], index: number, language: Language): string {
  const kinds = new Set(rows.map((row) => kindOf(row[index] ?? '', language)))
  kinds.delete('empty')
  if (kinds.size === 0) return 'empty'
  if (kinds.size === 1 && kinds.has('number')) return 'number'
  if (kinds.size === 1 && kinds.has('unit')) return 'unit'
  if (index > 1 && !kinds.has('number') && !kinds.has('unit')) return 'vat'
  return index === 0 || !kinds.has('number') ? 'text' : 'mixed'
}

function kindOf(cell: string, language: Language): Kind {
  if (cell === '') return 'empty'
  if (/^[\d.,\s]+%$/.test(cell)) return 'percent'
  if (readDecimal(cell, language) !== undefined) return 'number'
  return units.test(cell) ? 'unit' : 'text'
}
