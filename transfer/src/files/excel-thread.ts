import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'
import type { FileFailureCode } from './file-failure.ts'
import { unfoldsTo } from './unfold.ts'

/** What the thread is given, and what it answers. */
export type ExcelQuestion = {
  readonly bytes: Uint8Array
  readonly mostUnfolded: number
  readonly mostRows: number
}
export type ExcelAnswer = { readonly rows: string[][] } | { readonly failure: FileFailureCode }

parentPort?.postMessage(await answer(workerData as ExcelQuestion))

async function answer({ bytes, mostRows, mostUnfolded }: ExcelQuestion): Promise<ExcelAnswer> {
  const unfolded = await unfoldsTo(Buffer.from(bytes), mostUnfolded)
  if (typeof unfolded === 'string') return { failure: unfolded }
  if (!unfolded.names.includes('xl/workbook.xml')) return { failure: 'not_a_table' }
  // Numbers as they stand in the file: the reader would round them to what a computer counts with.
  const sheet = await readSheet(Buffer.from(bytes), {
    parseNumber: (text: string) => text,
    trim: false,
  }).catch(() => null)
  if (sheet === null) return { failure: 'cut_off' }
  if (sheet.length > mostRows) return { failure: 'too_many_rows' }
  return { rows: (sheet as unknown[][]).map((row) => row.map(textOf)) }
}

/** A number has a decimal comma and no thousands, a day is as in «2026-11-30», and a cell without anything is empty. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return String(cell)
  const text = String(cell)
  return /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) ? plainNumber(text).replace('.', ',') : text
}

/** Without an exponent, and without what a spreadsheet adds in the sixteenth figure. */
function plainNumber(text: string): string {
  // What is all figures may be a code: «00123» stays as it is.
  if (/^-?\d+$/.test(text)) return text
  const number = Number(Number(text).toPrecision(15))
  return Number.isInteger(number) ? BigInt(number).toString() : String(number)
}
