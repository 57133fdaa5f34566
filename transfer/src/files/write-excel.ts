import { Readable } from 'node:stream'
import { readPlainDate } from '@stella/invoicing'
import { type Entry, entryOf, zipOf } from '../exports/zip-entries.ts'
import type { Cell, Column } from '../tables/columns.ts'
import { withOwnApostrophe } from './formulas.ts'

/** As many characters as a cell of Excel holds. */
const LONGEST_CELL = 32_767

/** Rows that are handed on together: a chunk of a stream for each would be slower. */
const ROWS_AT_ONCE = 200

/**
 * Rows as an Excel file (.xlsx) of one sheet while they are read: memory stays flat however many there are. Amounts are
 * numbers and days are days, so that a spreadsheet reckons with them; every text is a text, and never a formula.
 */
export function writeExcel<Row>(columns: readonly Column<Row>[], rows: AsyncIterable<Row>): Readable {
  return zipOf(entriesOf(columns, rows))
}

async function* entriesOf<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
): AsyncIterable<Entry> {
  for (const [name, xml] of Object.entries(parts)) yield entryOf(name, Buffer.from(declaration + xml))
  yield { name: 'xl/worksheets/sheet1.xml', content: async () => Readable.from(sheetOf(columns, rows)) }
}

async function* sheetOf<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
): AsyncIterable<string> {
  // The titles stay in sight while one goes down the rows.
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
  let waiting = rowXml(
    columns.map(({ title }, at) => textXml(placeOf(at, 1), title, styles.title)),
    1,
  )
  let count = 1
  for await (const row of rows) {
    count += 1
    const place = count
    waiting += rowXml(
      columns.map(({ cell }, at) => cellXml(placeOf(at, place), cell(row))),
      place,
    )
    if (count % ROWS_AT_ONCE > 0) continue
    yield waiting
    waiting = ''
  }
  yield `${waiting}</sheetData></worksheet>`
}

function rowXml(cells: readonly string[], place: number): string {
  return `<row r="${place}">${cells.join('')}</row>`
}

/** «A1»: the standard lets it be left out, and hardly a reader does without. */
function placeOf(column: number, row: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}

function cellXml(place: string, cell: Cell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell !== 'string')
    return cell.amount === '' ? '' : `<c r="${place}" s="${styles.amount}"><v>${cell.amount}</v></c>`
  const day = readPlainDate(cell)
  return day === null
    ? textXml(place, cell, 0)
    : `<c r="${place}" s="${styles.day}"><v>${serialOf(day)}</v></c>`
}

/** As a spreadsheet counts days. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

function textXml(place: string, text: string, style: number): string {
  return `<c r="${place}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/**
 * What XML cannot carry is left out, and what Excel would take for a character of its own («_x0041_») is spelled out. An
 * import takes one apostrophe away before what begins like a formula, so one of its own gets another.
 */
function escaped(text: string): string {
  return withOwnApostrophe(text)
    .slice(0, LONGEST_CELL)
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')
    .replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The places of the styles in the part below. */
const styles = { amount: 1, day: 2, title: 3 }

/** All parts of a file but its rows (ECMA-376, part 1). */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Stella" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00##"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
}
