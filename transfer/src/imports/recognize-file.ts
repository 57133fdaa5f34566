import { createHash } from 'node:crypto'
import {
  findImportMapping,
  type ImportReading,
  type ImportWish,
  inOrganization,
  type StoredImport,
} from '@stella/database'
import { decoded, type Encoding, encodings, recognizeEncoding } from '../files/encoding.ts'
import { FileFailure } from '../files/file-failure.ts'
import { type FileKind, fileKindOf } from '../files/file-kind.ts'
import { type Delimiter, delimiters, readCsv, recognizeDelimiter } from '../files/read-csv.ts'
import { readExcel } from '../files/read-excel.ts'
import { filesIn, namesIn } from '../files/unfold.ts'
import { plainName } from './column-names.ts'
import { type DateOrder, dateOrders, recognizeDateOrder } from './dates.ts'
import { type DecimalMark, decimalMarks, recognizeDecimals } from './decimals.ts'
import { auditFileTable, isXml, ublTable } from './document-tables.ts'
import { type ImportKind, isImportField } from './import-fields.ts'
import type { ImportJob, ImportParts } from './import-work.ts'
import { type Columns, recognizeColumns } from './recognize-columns.ts'

/** A file that can be read from the start as often as is wanted, a part at a time. */
export type FileSource = () => AsyncIterable<Uint8Array>

/** How a file is read, and its rows from the first on. */
export type OpenedFile = { readonly reading: ImportReading; readonly rows: AsyncIterable<string[]> }

/** Within these rows is recognised what columns and decimals are. */
const SAMPLE_ROWS = 200

/** An auditfile that is folded small; it is held whole while it is read. */
const LARGEST_INSIDE = 128 * 1_048_576

/** A sheet is unfolded whole, so the file of one is kept whole too. */
const LARGEST_SHEET = 16 * 1_048_576

/**
 * Recognises how a file is to be read, as far as nobody said so, and opens it.
 *
 * @throws FileFailure
 */
export async function openFile(
  { database }: ImportParts,
  job: ImportJob,
  { fileSize, kind, wished }: StoredImport,
  source: FileSource,
): Promise<OpenedFile> {
  const table = await tableOf(source, { fileSize, kind, wished })
  const { fileKind } = table
  const sample = await take(table.open(), SAMPLE_ROWS)
  const columns = table.columns ?? recognizeColumns(kind, sample)
  if (columns === null) throw new FileFailure('no_columns')
  const kept = await inOrganization(database, job.organizationId, (tx) =>
    findImportMapping(tx, kind, hashOfColumns(columns.titles)),
  )
  const fields =
    [wished.fields, kept].find((chosen) => chosen?.length === columns.titles.length) ?? columns.fields
  const body = sample.slice(columns.headerRow)
  return {
    reading: {
      fileKind,
      encoding: table.encoding,
      delimiter: table.delimiter,
      // Of documents it is laid down.
      decimals: table.columns
        ? 'point'
        : decimalsOf(wished, table.delimiter, textsIn(amountFields[kind], fields, body)),
      dates: datesOf(wished, textsIn(dateFields[kind], fields, body)),
      headerRow: columns.headerRow,
      titles: columns.titles,
      fields: fields.map((field) => (field !== null && isImportField(kind, field) ? field : null)),
      samples: columns.titles.map(
        (_, at) => body.map((row) => row[at]?.trim() ?? '').find((text) => text) ?? '',
      ),
      program: columns.program,
      vatTreatment: wished.vatTreatment ?? null,
      payment: wished.payment ?? null,
    },
    rows: table.open(),
  }
}

/** By which the choice for some columns is found again. */
export function hashOfColumns(titles: readonly string[]): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify(titles.map(plainName)))
    .digest()
}

type Table = {
  readonly fileKind: FileKind
  /** Of documents: what each column is, whatever it is called. */
  readonly columns?: Columns
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly open: () => AsyncIterable<string[]>
}

type Asked = Pick<StoredImport, 'fileSize' | 'kind' | 'wished'>

async function tableOf(source: FileSource, { fileSize, kind, wished }: Asked): Promise<Table> {
  const fileKind = fileKindOf(await firstPart(source))
  if (fileKind === 'text') return textOf(source, wished)
  const none = { encoding: null, delimiter: null }
  if (fileKind === 'audit_file') return { ...none, fileKind, ...(await auditFileTable(kind, source())) }
  if (fileKind === 'ubl') return { ...none, fileKind, ...ublTable(kind, () => wholeOf(source), false) }
  const names = await namesIn(await wholeOf(source))
  if (names.includes('xl/workbook.xml') || !names.some(isXml)) return sheetOf(source, fileSize)
  return { ...none, ...(await documentsIn(kind, source)) }
}

/** An archive of e-invoices, or of one auditfile. */
async function documentsIn(kind: ImportKind, source: FileSource) {
  const first = filesIn(await wholeOf(source), isXml, { bytes: LARGEST_INSIDE, ofOne: LARGEST_INSIDE })
  for await (const { bytes } of first) {
    if (!isAuditFile(bytes)) break
    const whole = async function* () {
      yield bytes
    }
    return { fileKind: 'audit_file' as const, ...(await auditFileTable(kind, whole())) }
  }
  return { fileKind: 'ubl' as const, ...ublTable(kind, () => wholeOf(source), true) }
}

function isAuditFile(bytes: Uint8Array): boolean {
  try {
    return fileKindOf(bytes) === 'audit_file'
  } catch {
    // What it is then is told by its row.
    return false
  }
}

async function wholeOf(source: FileSource): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source()) parts.push(part)
  return Buffer.concat(parts)
}

async function sheetOf(source: FileSource, fileSize: number): Promise<Table> {
  if (fileSize > LARGEST_SHEET) throw new FileFailure('too_large_inside')
  const rows = await readExcel(await wholeOf(source))
  return {
    fileKind: 'excel',
    encoding: null,
    delimiter: null,
    open: async function* () {
      yield* rows
    },
  }
}

async function textOf(source: FileSource, wished: ImportWish): Promise<Table> {
  const encoding = encodings.find((known) => known === wished.encoding) ?? (await recognizeEncoding(source()))
  const delimiter =
    delimiters.find((known) => known === wished.delimiter) ??
    recognizeDelimiter(await startOf(source, encoding))
  return {
    fileKind: 'text',
    encoding,
    delimiter,
    open: () => readCsv(decoded(source(), encoding), delimiter),
  }
}

/** The start of a text, in which its separator shows. */
const START_LENGTH = 65_536

async function startOf(source: FileSource, encoding: Encoding): Promise<string> {
  let start = ''
  for await (const text of decoded(source(), encoding)) {
    start += text
    if (start.length >= START_LENGTH) break
  }
  return start.slice(0, START_LENGTH).replace(/^\ufeff/, '')
}

async function firstPart(source: FileSource): Promise<Uint8Array> {
  for await (const part of source()) return part
  throw new FileFailure('empty')
}

async function take(rows: AsyncIterable<string[]>, count: number): Promise<string[][]> {
  const taken: string[][] = []
  for await (const row of rows) {
    taken.push(row)
    if (taken.length === count) break
  }
  return taken
}

const amountFields: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: [],
  products: ['unitPrice'],
  invoices: ['net', 'vat', 'gross', 'outstanding', 'paid'],
}

const dateFields: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: [],
  products: [],
  invoices: ['date', 'due', 'paidOn'],
}

/** What stands in the columns of some fields. */
function textsIn(
  wanted: readonly string[],
  fields: readonly (string | null)[],
  rows: readonly string[][],
): string[] {
  const places = wanted.map((field) => fields.indexOf(field)).filter((at) => at >= 0)
  return rows.flatMap((row) => places.map((at) => row[at] ?? '')).filter((text) => text !== '')
}

/** Where no day says it, the day comes first, as in the Netherlands. */
function datesOf(wished: ImportWish, texts: readonly string[]): DateOrder {
  return dateOrders.find((order) => order === wished.dates) ?? recognizeDateOrder(texts) ?? 'day_first'
}

/** Where no amount says it, the separator does: a file with commas between its cells has points in its amounts. */
function decimalsOf(
  wished: ImportWish,
  delimiter: Delimiter | null,
  amounts: readonly string[],
): DecimalMark {
  return (
    decimalMarks.find((mark) => mark === wished.decimals) ??
    (delimiter === null ? 'comma' : recognizeDecimals(amounts)) ??
    (delimiter === 'comma' ? 'point' : 'comma')
  )
}
