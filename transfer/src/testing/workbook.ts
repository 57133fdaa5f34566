import { ZipFile } from 'yazl'

/** A cell of a sheet: a text, a number as a file holds it, a formula with what it came to, or a day as its number. */
export type SheetCell =
  | string
  | { number: string }
  | { formula: string; value: string }
  | { day: number }
  | null

/** An Excel file of one sheet, as small as one can be. */
export async function workbook(
  rows: readonly (readonly SheetCell[])[],
  {
    merged = [],
    more = [],
  }: { merged?: readonly string[]; more?: readonly [name: string, content: Buffer][] } = {},
): Promise<Buffer> {
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const sheet = `<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData>${
    merges && `<mergeCells count="${merged.length}">${merges}</mergeCells>`
  }</worksheet>`
  const zip = new ZipFile()
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(declaration + xml), name)
  add('[Content_Types].xml', contentTypes)
  add('_rels/.rels', relation('xl/workbook.xml', 'officeDocument'))
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  add('xl/_rels/workbook.xml.rels', relation('worksheets/sheet1.xml', 'worksheet', 'styles.xml'))
  add('xl/styles.xml', styles)
  add('xl/worksheets/sheet1.xml', sheet)
  for (const [name, content] of more) zip.addBuffer(content, name)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`

/** The second style is that of a day. */
const styles = `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`

function relation(target: string, kind: string, ...others: string[]): string {
  const all = [[target, kind], ...others.map((other) => [other, 'styles'])]
  const items = all.map(
    ([path, type], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${path}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`
}

function rowXml(cells: readonly SheetCell[], at: number): string {
  return `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${letters[column]}${at + 1}`)).join('')}</row>`
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

function cellXml(cell: SheetCell, place: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string')
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  if ('number' in cell) return `<c r="${place}"><v>${cell.number}</v></c>`
  if ('day' in cell) return `<c r="${place}" s="1"><v>${cell.day}</v></c>`
  return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
